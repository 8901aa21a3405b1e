"""Readers that misbehave, for the cage: a helper is started with one of them."""

import ctypes
import os
import sys
import tempfile
import time

from resumes.reader import Limits, serve
from resumes.review.reading import read_text


def well(data, name):
    return read_text(f"{data.decode()} {name}")


def greedy(data, name):
    return read_text(str(len(bytearray(4 * 1024**3))))


def endless(data, name):
    while True:
        pass


def asleep(data, name):
    time.sleep(60)


def crashing(data, name):
    ctypes.string_at(0)


def leaving(data, name):
    os._exit(3)


def raising(data, name):
    raise ZeroDivisionError


def talking(data, name):
    os.write(1, b"not an answer")
    return read_text("quiet")


def writing(data, name):
    with tempfile.TemporaryFile() as file:
        file.write(b"x")
    return read_text("written")


def telling(data, name):
    return read_text(" ".join(sorted(os.environ)))


if __name__ == "__main__":
    serve(globals()[sys.argv[1]], Limits(cpu_seconds=1, wall_seconds=float(sys.argv[2])))
