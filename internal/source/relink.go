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

// relinked returns the prose of a file with what other files complete: the ids
// that fragments name, the sizes of images. The file's own prose, which may be
// kept for the next load, stays as it is.
func (a *assembly) relinked(f *parsed) model.Doc {
	doc := *f.doc()
	if !f.relink {
		return doc
	}
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
				img.Width, img.Height = imageSize(a.fsys, img.File)
				ref.Image = &img
			case ref.Kind == model.LinkStart && strings.Contains(ref.Link.Raw, "#"):
				link := *ref.Link
				a.aim(f, &link)
				ref.Link = &link
			}
		}
		t.Refs = refs
	})
	return doc
}

// aim turns a fragment as written into the id of the heading it names.
func (a *assembly) aim(f *parsed, link *model.Link) {
	address, fragment, _ := strings.Cut(link.Raw, "#")
	target := f
	if address != "" {
		target = a.byPath[path.Join(path.Dir(f.place.path), unescaped(address))]
	}
	if target == nil || target.doc() == nil || link.Kind == model.ToURL {
		return
	}
	if id, ok := a.anchorsIn(target)[unescaped(fragment)]; ok {
		link.Fragment = id
	}
}

// imageSize returns an image's width and height in pixels, 0 and 0 where its
// header does not tell.
func imageSize(fsys fs.FS, name string) (width, height int) {
	var decode func(io.Reader) (image.Config, error)
	switch strings.ToLower(path.Ext(name)) {
	case ".png":
		decode = png.DecodeConfig
	case ".jpg", ".jpeg":
		decode = jpeg.DecodeConfig
	case ".gif":
		decode = gif.DecodeConfig
	default:
		return 0, 0
	}
	f, err := fsys.Open(name)
	if err != nil {
		return 0, 0 // a missing image is told elsewhere
	}
	defer f.Close()
	c, err := decode(f)
	if err != nil {
		return 0, 0
	}
	return c.Width, c.Height
}
