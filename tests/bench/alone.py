"""Runs a command and writes down what it cost; by itself a small process, for what it runs is counted from there on.

A process begins with its parent's memory, and Linux counts that as its peak, even if it becomes another program at
once. So whatever measures must be smaller than what it measures.
"""

import json
import os
import sys
import time

_USED_UP = 127
"""What a shell says of a command that is not there."""


def main() -> None:
    """Run what stands after the first argument; write CPU and wall seconds and peak MiB there. Ends as it ended."""
    report, *command = sys.argv[1:]
    began = time.perf_counter()
    child = os.fork()
    if child == 0:
        try:
            os.execvp(command[0], command)  # noqa: S606 - the bench's own commands
        except OSError as error:
            sys.stderr.write(f"{command[0]}: {error.strerror}\n")
        os._exit(_USED_UP)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - began
    with open(report, "w", encoding="utf-8") as out:  # noqa: PTH123 - without pathlib it is smaller
        json.dump([used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024], out)
    sys.exit(os.waitstatus_to_exitcode(status))


main()
