package output

import (
	"io"
	"os"
	"strconv"
	"strings"
)

// takeLock locks the state folder for this process, or says who has it. The
// lock is the system's and dies with the process; the lock file stays, for two
// builds could else hold locks on two files of one name.
func (p *place) takeLock() error {
	name := p.state + "/" + lockName
	f, err := p.above.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return at(p.path(name), err)
	}
	ok, err := tryLock(f)
	if err == nil && ok {
		err = writePID(f, strconv.Itoa(os.Getpid()))
	}
	if err != nil {
		f.Close()
		return at(p.path(name), err)
	}
	if !ok {
		defer f.Close()
		return &LockedError{Dir: p.path(p.out), PID: readPID(f)}
	}
	p.lock = f
	return nil
}

// dropLock empties the lock file first: the next to be refused must not be
// told of a process that has gone.
func (p *place) dropLock() {
	p.lock.Truncate(0)
	p.lock.Close()
}

func writePID(f *os.File, pid string) error {
	if err := f.Truncate(0); err != nil {
		return err
	}
	_, err := f.WriteAt([]byte(pid+"\n"), 0)
	return err
}

func readPID(f *os.File) int {
	b, err := io.ReadAll(io.LimitReader(f, 32))
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil {
		return 0
	}
	return pid
}
