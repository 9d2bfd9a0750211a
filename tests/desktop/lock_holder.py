"""A program that holds a lock until it is ended: `file PATH`, `window FOLDER` or `owner FOLDER`."""

import sys
from pathlib import Path

from cmstation.desktop.file_lock import FileLock
from cmstation.desktop.folder_lock import FolderLock
from cmstation.desktop.owner_lock import OwnerLock


def main() -> None:
    kind, place = sys.argv[1], Path(sys.argv[2])
    match kind:
        case "file":
            held = FileLock(place)
            said = str(held.acquire())
        case "window":
            held = FolderLock(place)
            held.acquire()
            said = "True"
        case _:
            held = OwnerLock(place)
            said = held.name
    sys.stdout.write(said + "\n")
    sys.stdout.flush()
    sys.stdin.readline()
    held.release()


if __name__ == "__main__":
    main()
