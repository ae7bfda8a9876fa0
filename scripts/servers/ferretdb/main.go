// FerretDB on one address, with SQLite in one folder: `ferretdb 127.0.0.1:27017 file:/some/folder/`. MONGO_USER and
// MONGO_PASSWORD name the user who may do everything; without them anybody may.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	database, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: os.Args[1]},
		Handler:   "sqlite",
		SQLiteURL: os.Args[2],
		Username:  os.Getenv("MONGO_USER"),
		Password:  os.Getenv("MONGO_PASSWORD"),
	})
	if err != nil {
		log.Fatal(err)
	}
	ended, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	if err := database.Run(ended); err != nil {
		log.Fatal(err)
	}
}
