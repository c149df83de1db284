// A third reader of what Lumbung signs: Go's own signed notes and Merkle trees (golang.org/x/mod/sumdb), as the Go
// checksum database uses them. Reads cases from standard input, one JSON object a line, and writes one word for each:
// "ok", or what is wrong.
package main

import (
	"bufio"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type testCase struct {
	Kind    string // "receipt", "consistency", "inclusion"
	Text    string // a receipt
	Log     string // vkey
	Witness string // vkey, when one must have signed
	Leaf    []byte // or its hash:
	Hash    []byte
	Index   int64
	Size    int64
	Old     int64
	Root    []byte
	OldRoot []byte
	Proof   [][]byte
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	for lines.Scan() {
		var one testCase
		err := json.Unmarshal(lines.Bytes(), &one)
		if err == nil {
			err = judge(one)
		}
		if err != nil {
			fmt.Println(strings.ReplaceAll(err.Error(), "\n", " "))
		} else {
			fmt.Println("ok")
		}
	}
}

func judge(one testCase) error {
	switch one.Kind {
	case "receipt":
		return receipt(one)
	case "inclusion":
		hash, err := hashes(one.Hash)
		if err != nil {
			return err
		}
		return included(one.Proof, one.Size, one.Root, one.Index, hash[0])
	case "consistency":
		ends, err := hashes(one.Root, one.OldRoot)
		if err != nil {
			return err
		}
		proof, err := hashes(one.Proof...)
		if err != nil {
			return err
		}
		return tlog.CheckTree(proof, one.Size, ends[0], one.Old, ends[1])
	}
	return errors.New("no such kind")
}

// receipt: the text of docs/periksa-format.md.
func receipt(one testCase) error {
	parts := strings.Split(one.Text, "\n\n")
	if len(parts) != 4 {
		return errors.New("not four parts")
	}
	head := strings.Split(parts[0], "\n")
	if head[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("no proof")
	}
	rest := head[1:]
	if strings.HasPrefix(rest[0], "extra ") {
		rest = rest[1:]
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(rest[0], "index "), 10, 64)
	if err != nil {
		return err
	}
	var proof [][]byte
	for _, line := range rest[1:] {
		sibling, err := base64.StdEncoding.DecodeString(line)
		if err != nil {
			return err
		}
		proof = append(proof, sibling)
	}
	opened, err := open(parts[1]+"\n\n"+parts[2]+"\n", one.Log, one.Witness)
	if err != nil {
		return err
	}
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return err
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil {
		return err
	}
	leaf := strings.Split(parts[3], "\n")[0]
	return included(proof, size, root, index, tlog.RecordHash([]byte(leaf)))
}

func open(text, log, witness string) (*note.Note, error) {
	known, err := note.NewVerifier(log)
	if err != nil {
		return nil, err
	}
	verifiers := []note.Verifier{known}
	if witness != "" {
		seen, err := newWitness(witness)
		if err != nil {
			return nil, err
		}
		verifiers = append(verifiers, seen)
	}
	opened, err := note.Open([]byte(text), note.VerifierList(verifiers...))
	if err == nil && len(opened.Sigs) != len(verifiers) {
		err = errors.New("not everybody signed")
	}
	return opened, err
}

func included(proof [][]byte, size int64, root []byte, index int64, leaf tlog.Hash) error {
	siblings, err := hashes(proof...)
	if err != nil {
		return err
	}
	ends, err := hashes(root)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(siblings, size, ends[0], index, leaf)
}

func hashes(all ...[]byte) ([]tlog.Hash, error) {
	var found []tlog.Hash
	for _, one := range all {
		if len(one) != tlog.HashSize {
			return nil, errors.New("a hash has 32 bytes")
		}
		var hash tlog.Hash
		copy(hash[:], one)
		found = append(found, hash)
	}
	return found, nil
}

// cosignature/v1, which the library does not know by itself.
type seenBy struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func newWitness(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("no key of a witness")
	}
	id, err := hex.DecodeString(parts[1])
	if err != nil {
		return nil, err
	}
	material, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(material) != 33 || material[0] != 4 {
		return nil, errors.New("no key of a witness")
	}
	return seenBy{parts[0], binary.BigEndian.Uint32(id), material[1:]}, nil
}

func (one seenBy) Name() string    { return one.name }
func (one seenBy) KeyHash() uint32 { return one.hash }
func (one seenBy) Verify(message, signature []byte) bool {
	if len(signature) != 72 {
		return false
	}
	time := binary.BigEndian.Uint64(signature)
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, message)
	return ed25519.Verify(one.key, []byte(signed), signature[8:])
}
