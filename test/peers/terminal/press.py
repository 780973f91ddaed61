"""Runs a command on a terminal of its own and presses keys when it has said something.

usage: press.py COLUMNS STEPS COMMAND...   where STEPS is JSON: [[pattern, keys], ...]

Each pattern is looked for in what was said since the step before. Prints all that was said, then a
line with the exit code.
"""

import fcntl
import json
import os
import pty
import re
import struct
import sys
import termios


def main() -> None:
    columns, steps, command = int(sys.argv[1]), json.loads(sys.argv[2]), sys.argv[3:]
    pid, terminal = pty.fork()
    if pid == 0:
        # Set before the program starts, so that it never sees another width.
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        os.execvp(command[0], command)
    said, seen = "", 0
    while True:
        try:
            data = os.read(terminal, 65536)
        except OSError:  # Linux says EIO when the last process has closed it.
            break
        if not data:
            break
        said += data.decode("utf-8", "replace")
        while steps:
            found = re.search(steps[0][0], said[seen:])
            if not found:
                break
            seen += found.end()
            os.write(terminal, steps.pop(0)[1].encode())
    _, status = os.waitpid(pid, 0)
    sys.stdout.write(said)
    print(f"\nexit {os.waitstatus_to_exitcode(status)}, steps left {len(steps)}")


main()
