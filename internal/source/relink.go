package source

import (
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"path"
	"strings"

	"reviewfolio/internal/model"
)

// joined returns a file with what other files complete in its prose, the ids
// that fragments name and the sizes of images, and what was seen of them. What
// the file itself says stays as it is: it is kept, and may be on a page.
func (a *assembly) joined(f *parsed) (made *parsed, seen []sight) {
	if !f.relink {
		return f, nil
	}
	doc := *f.doc()
	doc.Sections = append([]model.Section(nil), doc.Sections...)
	for i := range doc.Sections {
		doc.Sections[i].Sections = append([]model.Section(nil), doc.Sections[i].Sections...)
	}
	eachText(&doc, func(t *model.Text) {
		refs := append([]model.Ref(nil), t.Refs...)
		for i := range refs {
			switch ref := &refs[i]; {
			case ref.Kind == model.ImageRef:
				img := *ref.Image
				there := a.sight(img.File)
				img.Width, img.Height = there.size.X, there.size.Y
				ref.Image, seen = &img, append(seen, there)
			case ref.Kind == model.LinkStart && ref.Link.Kind != model.ToURL && strings.Contains(ref.Link.Raw, "#"):
				link := *ref.Link
				seen = append(seen, a.aim(f, &link))
				ref.Link = &link
			}
		}
		t.Refs = refs
	})
	return f.with(doc), seen
}

// aim turns a fragment as written into the id of the heading it names, in the
// file that is returned.
func (a *assembly) aim(f *parsed, link *model.Link) sight {
	address, fragment, _ := strings.Cut(link.Raw, "#")
	target := f.place.path
	if address != "" {
		target = path.Join(path.Dir(target), unescaped(address))
	}
	there := a.sight(target)
	if there.headings != nil {
		if id, ok := there.headings.ids[unescaped(fragment)]; ok {
			link.Fragment = id
		}
	}
	return there
}

// sight returns what others take over from the file of a path.
func (a *assembly) sight(name string) sight { return a.sightOf(a.folder.file(name)) }

func (a *assembly) sightOf(f *file) sight {
	if f == nil {
		return sight{}
	}
	if !f.measured && !f.isText() {
		f.size, f.measured = imageSize(a.fsys, f.place.path), true
	}
	return sight{f, f.anchors(), f.size}
}

// imageSize returns an image's width and height in pixels, 0 and 0 where its
// header does not tell.
func imageSize(fsys fs.FS, name string) image.Point {
	var decode func(io.Reader) (image.Config, error)
	switch strings.ToLower(path.Ext(name)) {
	case ".png":
		decode = png.DecodeConfig
	case ".jpg", ".jpeg":
		decode = jpeg.DecodeConfig
	case ".gif":
		decode = gif.DecodeConfig
	default:
		return image.Point{}
	}
	f, err := fsys.Open(name)
	if err != nil {
		return image.Point{} // gone since
	}
	defer f.Close()
	c, err := decode(f)
	if err != nil {
		return image.Point{}
	}
	return image.Pt(c.Width, c.Height)
}
