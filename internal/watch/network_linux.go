package watch

import "golang.org/x/sys/unix"

// onNetwork reports whether a folder lies where other machines, or a process
// of its own, can write without the kernel telling.
func onNetwork(dir string) bool {
	var s unix.Statfs_t
	return unix.Statfs(dir, &s) == nil && networked(uint32(s.Type))
}

// networked knows file systems by their number, which is of 32 bits although
// some systems extend its sign.
func networked(kind uint32) bool {
	const (
		gfs2    = 0x01161970
		lustre  = 0x0bd00bd0
		vboxsf  = 0x786f4256
		vmhgfs  = 0xbacbacbc
		prlfs   = 0x7c7c6673
		ncp     = 0x564c
		virtual = unix.FUSE_SUPER_MAGIC // virtiofs too
	)
	switch kind {
	case unix.NFS_SUPER_MAGIC, unix.SMB_SUPER_MAGIC, unix.CIFS_SUPER_MAGIC, unix.SMB2_SUPER_MAGIC,
		unix.V9FS_MAGIC, unix.CEPH_SUPER_MAGIC, unix.AFS_SUPER_MAGIC, unix.AFS_FS_MAGIC, unix.CODA_SUPER_MAGIC,
		unix.OCFS2_SUPER_MAGIC, virtual, gfs2, lustre, vboxsf, vmhgfs, prlfs, ncp:
		return true
	}
	return false
}
