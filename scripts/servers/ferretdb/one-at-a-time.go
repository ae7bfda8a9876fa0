package main

import (
	"encoding/binary"
	"io"
	"net"
	"sync"
)

// MongoDB's OP_MSG: the header's 16 bytes, then flags, of which this one says that no reply will come.
const (
	headerLength = 16
	opMsg        = 2013
	moreToCome   = 1 << 1
)

// Serves MongoDB's protocol on a listener and lets one command at a time through to FerretDB. An update of one
// document is atomic in MongoDB. FerretDB 1.24 reads it and writes it back in two steps, so that of two that come
// together both find their condition true.
func serveOneAtATime(listener net.Listener, socket string) error {
	var turn sync.Mutex
	for {
		client, err := listener.Accept()
		if err != nil {
			return err
		}
		go func() {
			defer client.Close()
			server, err := net.Dial("unix", socket)
			if err != nil {
				return
			}
			defer server.Close()
			for passOne(client, server, &turn) == nil {
			}
		}()
	}
}

func passOne(client, server net.Conn, turn *sync.Mutex) error {
	message, err := readMessage(client)
	if err != nil {
		return err
	}
	reply, err := ask(server, message, turn)
	if err != nil || reply == nil {
		return err
	}
	_, err = client.Write(reply)
	return err
}

func ask(server net.Conn, message []byte, turn *sync.Mutex) ([]byte, error) {
	turn.Lock()
	defer turn.Unlock()
	if _, err := server.Write(message); err != nil {
		return nil, err
	}
	if binary.LittleEndian.Uint32(message[12:]) == opMsg && binary.LittleEndian.Uint32(message[headerLength:])&moreToCome != 0 {
		return nil, nil
	}
	return readMessage(server)
}

func readMessage(from io.Reader) ([]byte, error) {
	header := make([]byte, headerLength)
	if _, err := io.ReadFull(from, header); err != nil {
		return nil, err
	}
	length := binary.LittleEndian.Uint32(header)
	if length < headerLength+4 || length > 64<<20 {
		return nil, io.ErrUnexpectedEOF
	}
	message := make([]byte, length)
	copy(message, header)
	_, err := io.ReadFull(from, message[headerLength:])
	return message, err
}
