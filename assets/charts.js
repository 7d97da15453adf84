// Draws the charts of a page.
//
// A chart stands in the page as a figure: an empty <div class="plot" hidden>,
// the data in <script type="application/json" class="chart-data" data-kind>, and
// a table of the same figures in <details>. chart-options.js holds, for each
// kind, the ECharts option without data. This script puts the two together, fits
// the drawing to its width, and draws it with ECharts when it comes into view.
// Without scripts the table is what there is.
//
// Nothing from the page becomes code or markup here: labels are drawn as SVG
// text, the tooltip too, and colours are CSS variables named in the options.
(function () {
  "use strict";

  const kinds = window.reviewfolioCharts;
  if (!window.echarts || !kinds || !window.IntersectionObserver || !window.ResizeObserver) return;

  // The printed width of a page, A4 less its margins, in CSS pixels.
  const PAPER = 688;

  const clone = (v) => JSON.parse(JSON.stringify(v));

  // Room that a label of 12 px needs: a Chinese character is as wide as the type
  // is high, a figure a good half of that, a comma a quarter.
  function textWidth(s) {
    let w = 0;
    for (const c of s) w += c > "\u2e7f" ? 12 : c === "." || c === "," ? 3.5 : 7;
    return w;
  }

  const widest = (texts) => texts.reduce((w, s) => Math.max(w, textWidth(s)), 0);

  // fill gives a series of the option its data, and the texts of its labels; false
  // when the chart does without the series.
  function fill(series, data, marks) {
    if (!data) return false;
    const names = data.m || [];
    series.texts = data.t || [];
    series.data = data.v.map((value, i) => {
      const point = Object.assign({ value: value }, names[i] ? clone(marks[names[i]]) : null);
      if (series.texts[i]) point.label = Object.assign({ show: true }, point.label);
      return point;
    });
    if (series.label) series.label.formatter = (p) => series.texts[p.dataIndex];
    return true;
  }

  // scale sets the vertical axis; its figures are written by the generator.
  function scale(axis, y) {
    axis.min = y.min;
    axis.max = y.max;
    axis.interval = y.step;
    axis.axisLabel.formatter = (v) => y.ticks[Math.round((v - y.min) / y.step)];
  }

  // periods labels the horizontal axis. Where labels do not fit, some are left
  // out evenly, counted from the newest; the second line stands where it changes.
  function periods(axis, data, slot) {
    const n = data.x.length, room = Math.min(widest(data.x), 72) + 6;
    const stride = Math.max(1, Math.ceil(room / slot));
    let last = "";
    axis.data = data.x.map((label, i) => {
      if ((n - 1 - i) % stride) return "";
      const sub = data.sub ? data.sub[i] : "";
      if (!sub || sub === last) return label;
      last = sub;
      return label + "\n" + sub;
    });
    axis.axisLabel.width = Math.floor(Math.max(slot - 4, Math.min(slot * stride - 6, 72)));
  }

  // What of a kind depends on the room there is: slot is the width of a period,
  // height that of the drawing without its labels, both in pixels.
  const fit = {
    // A label stands below its point, on the side where the line does not run;
    // above it when there is no room below. The last figure stands above its
    // point and target, or below when the line falls to it.
    trend(option, data, slot, height) {
      const y = data.y, px = height / (y.max - y.min);
      const lines = option.series.filter((s) => s.type === "line"), target = targets(option);
      // The line at period i, NaN in a gap and beyond the ends.
      const at = (i) => lines.reduce((v, s) => s.data[i] && s.data[i].value !== null ? s.data[i].value : v, NaN);

      labelled(lines, (label, v, i) => {
        const left = at(i - 1) < v, right = at(i + 1) < v;
        if ((v - y.min) * px < 22) label.position = "top";
        else if (left !== right) {
          label.align = left ? "left" : "right";
          label.offset = [left ? -5 : 5, 0];
        }
      });

      find(option, "target", (s) => { s.symbolSize[0] = Math.min(26, slot * 0.7); });

      find(option, "end", (s) => labelled([s], (label, v, i) => {
        const last = i > 0 && i === data.x.length - 1;
        label.align = last ? "right" : "center";
        label.offset = [last ? 8 : 0, 0];
        if (!(at(i - 1) > v) || (v - y.min) * px < 40) {
          const gap = (target(i) - v) * px;
          if (gap > 0 && gap < 24) label.distance = gap;
          return;
        }
        label.position = "bottom";
        labelled(lines, (other, _, k) => {
          if (k === i) Object.assign(other, { distance: 22, align: label.align, offset: label.offset });
        });
      }));
    },

    // A share is printed where it fits into its part; when columns are narrow
    // they move together, and the percent sign is left to the axis.
    mix(option, data, slot, height) {
      const texts = [].concat(...option.series.map((s) => s.texts));
      const tight = widest(texts) + 6 > slot * 0.56, width = Math.min(72, slot * (tight ? 0.92 : 0.56));
      option.series.forEach((s) => {
        s.barWidth = width;
        if (tight) s.texts = s.texts.map((text) => text.replace(/%$/, ""));
        labelled([s], (label, v, i) => {
          label.show = textWidth(s.texts[i]) <= width + 2 && v * height / 100 > 13;
        });
      });
    },

    // Figures stand over all bars, or there is an axis; never both.
    columns(option, data, slot, height) {
      const bars = option.series.filter((s) => s.type === "bar");
      const values = [0].concat(...option.series.map((s) => s.data.map((point) => point.value)));
      const need = widest([].concat(...bars.map((s) => s.texts)));
      const pitch = slot * 0.88 / (bars.length || 1), roomy = need + 4 <= pitch;
      const width = Math.round(Math.min(pitch / 1.15, roomy ? Math.max(28, need) : 28));

      bars.forEach((s) => {
        s.barWidth = width;
        if (!roomy) s.data.forEach((point) => { delete point.label; });
      });
      let least = data.y.min, greatest = data.y.max;
      if (roomy) {
        least = Math.min(...values);
        greatest = Math.max(...values);
        if (least === greatest) greatest = 1;
        // Below a negative bar stands its figure.
        if (least < 0) least -= (greatest - least) * 20 / (height - 20);
        option.yAxis[0] = { type: "value", show: false, min: least, max: greatest };
      }
      find(option, "target", (s) => {
        s.symbolSize[0] = width + 4;
        if (bars.length > 1) s.symbolOffset = [Math.round(width * 1.15 / 2), 0];
      });

      // A figure that the tick would cross moves above it.
      const px = height / (greatest - least), target = targets(option);
      find(option, "actual", (s) => labelled([s], (label, v, i) => {
        const gap = (target(i) - v) * px;
        if (v >= 0 && gap > -3 && gap < 20) label.distance = gap + 5;
      }));
    },
  };

  function find(option, id, change) {
    option.series.filter((s) => s.id === id).forEach(change);
  }

  // targets tells the target of a period, NaN where there is none.
  function targets(option) {
    const s = option.series.find((s) => s.id === "target");
    return (i) => s && s.data[i].value !== null ? s.data[i].value : NaN;
  }

  // labelled calls change with the label, value and index of each point that has a label.
  function labelled(series, change) {
    series.forEach((s) => s.data.forEach((point, i) => {
      if (point.label && point.label.show) change(point.label, point.value, i);
    }));
  }

  // tip is the row of the table, a line for each cell: name, figure, unit, note.
  // ECharts would read {name|text} as a style, so the brace becomes full-width.
  function tip(table, i) {
    const row = table && table.tBodies[0].rows[i];
    if (!row) return "";
    const text = (node) => node ? node.textContent.trim().replace(/\s+/g, " ").replace(/\{/g, "｛") : "";
    const heads = table.tHead.rows[0].cells;
    return Array.from(row.cells, (cell, k) => {
      const unit = text(heads[k].querySelector(".unit")), note = text(cell.querySelector(".note, .unit"));
      const parts = k ? [text(heads[k].firstChild) + " ", text(cell.firstChild), unit, note] : [text(cell)];
      return parts.filter(Boolean).join(" ");
    }).join("\n");
  }

  function optionFor(kind, data, table, width, height) {
    const base = kinds[kind], option = clone(base.option);
    option.series = option.series.filter((s, i) => fill(s, data.s[i], base.marks));
    const scaleWidth = widest(data.y ? data.y.ticks : ["100%"]) + 8;
    const slot = (width - scaleWidth) / data.x.length;
    if (data.y) scale(option.yAxis[0], data.y);
    periods(option.xAxis[0], data, slot);
    option.xAxis[1].data = option.xAxis[0].data;
    fit[kind](option, data, slot, height - 56);
    option.tooltip.formatter = (points) => tip(table, points[0].dataIndex);
    return option;
  }

  // chart makes the drawing in a plot: draw(width) draws it anew, as wide as its
  // place or as told; update takes other data, should there be some.
  function chart(plot) {
    let figure, kind, data, table, read = "", drawing, drawn = "", height = 0;

    // take reads what is to be drawn and reports whether it is something else.
    function take() {
      figure = plot.closest("figure");
      const script = figure.querySelector("script.chart-data"), title = figure.querySelector("figcaption h3");
      table = figure.querySelector("details table");
      plot.hidden = false;
      plot.setAttribute("role", "img");
      if (title) plot.setAttribute("aria-label", title.textContent);
      const text = script.dataset.kind + script.textContent + (table ? table.textContent : "");
      if (text === read) return false;
      read = text;
      kind = script.dataset.kind;
      data = JSON.parse(script.textContent);
      return true;
    }

    function draw(width) {
      width = Math.round(width || plot.clientWidth);
      // On paper the place is as high as the drawing, so the screen decides.
      if (!printing || !height) height = plot.clientHeight;
      const size = { width: width, height: height };
      if (!width || !height || drawn === width + "x" + height) return;
      drawn = width + "x" + height;
      if (drawing) drawing.resize(size);
      else drawing = echarts.init(plot, null, Object.assign({ renderer: "svg" }, size));
      drawing.setOption(optionFor(kind, data, table, width, height), true);
      // With a view box the drawing shrinks to the paper like a picture.
      plot.querySelector("svg").setAttribute("viewBox", "0 0 " + width + " " + height);
    }

    // update moves the drawing from the old figures to the new ones, where its
    // series are still the same.
    function update() {
      const before = kind;
      if (!take() || !drawing) return;
      const [width, high] = drawn.split("x").map(Number);
      const option = optionFor(kind, data, table, width, high);
      if (kind !== before || matchMedia("(prefers-reduced-motion: reduce)").matches) return drawing.setOption(option, true);
      drawing.setOption(Object.assign(option, moving), { replaceMerge: ["series", "xAxis", "yAxis"] });
    }

    function remove() {
      if (drawing) drawing.dispose();
    }
    take();
    return { plot: plot, draw: draw, update: update, remove: remove };
  }

  // A drawing that is there moves to other figures; one that comes does not move.
  const moving = { animation: true, animationDuration: 0, animationDurationUpdate: 400 };

  let printing = false, charts = [];
  const of = (entry) => charts.find((c) => c.plot === entry.target);

  const resized = new ResizeObserver((entries) => {
    if (!printing) entries.forEach((e) => of(e).draw());
  });
  const seen = new IntersectionObserver((entries) => {
    entries.filter((e) => e.isIntersecting).forEach((e) => {
      seen.unobserve(e.target);
      resized.observe(e.target);
    });
  }, { rootMargin: "200px 0px" });

  // look makes the charts of the page, keeps those that are there, and lets go
  // of those that are not any more.
  function look() {
    const scripts = Array.from(document.querySelectorAll("script.chart-data"));
    const plots = scripts.map((s) => s.closest("figure").querySelector(".plot"));
    charts.filter((c) => !plots.includes(c.plot)).forEach((c) => {
      seen.unobserve(c.plot);
      resized.unobserve(c.plot);
      c.remove();
    });
    charts = plots.map((plot) => {
      const known = charts.find((c) => c.plot === plot);
      if (known) known.update();
      else seen.observe(plot);
      return known || chart(plot);
    });
  }
  look();
  // A preview that has changed the page in place says so.
  document.addEventListener("reviewfolio:patched", look);

  // Before printing, all charts are drawn, as wide as on paper so that type keeps
  // its size: at first by their share of the sheet, and exactly where the browser
  // tells when it has laid out the paper.
  addEventListener("beforeprint", () => {
    printing = true;
    const sheet = (document.querySelector("main") || document.body).clientWidth;
    charts.forEach((c) => c.draw(PAPER * Math.min(1, c.plot.clientWidth / sheet)));
  });
  matchMedia("print").addEventListener("change", (e) => {
    printing = e.matches;
    charts.forEach((c) => c.draw());
  });
  addEventListener("afterprint", () => {
    printing = false;
    charts.forEach((c) => c.draw());
  });
})();
