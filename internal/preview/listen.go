package preview

import (
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
)

// triedPorts is how many ports Listen tries before it gives up.
const triedPorts = 100

// Listen listens on the port of the address, or on the next one that is free.
// The error is that of the first port.
func Listen(address string, port int) (net.Listener, error) {
	var first error
	for p := port; p < port+triedPorts && p <= 65535; p++ {
		l, err := net.Listen("tcp", net.JoinHostPort(address, strconv.Itoa(p)))
		if err == nil {
			return l, nil
		}
		if first == nil {
			first = err
		}
	}
	return nil, first
}

// Hosts returns what a browser may name as the host of a server that listens
// there: the address with its port; on loopback localhost as well; beyond it the
// machine's name, and, for a listener on all addresses, each of them. Other names
// that lead here are somebody else's.
func Hosts(at net.Addr) ([]string, error) {
	tcp, ok := at.(*net.TCPAddr)
	if !ok {
		return nil, fmt.Errorf("%s is not an address of TCP", at)
	}
	names := []string{tcp.IP.String()}
	if tcp.IP.IsUnspecified() {
		addresses, err := net.InterfaceAddrs()
		if err != nil {
			return nil, err
		}
		names = nil
		for _, a := range addresses {
			if ip, ok := a.(*net.IPNet); ok {
				names = append(names, ip.IP.String())
			}
		}
	}
	if tcp.IP.IsLoopback() || tcp.IP.IsUnspecified() {
		names = append(names, "localhost")
	}
	if !tcp.IP.IsLoopback() {
		name, err := os.Hostname()
		if err != nil {
			return nil, err
		}
		names = append(names, strings.ToLower(name))
	}
	var hosts []string
	for _, name := range names {
		hosts = append(hosts, net.JoinHostPort(name, strconv.Itoa(tcp.Port)))
		if tcp.Port == 80 { // browsers leave it out
			hosts = append(hosts, strings.TrimSuffix(net.JoinHostPort(name, ""), ":"))
		}
	}
	return hosts, nil
}
