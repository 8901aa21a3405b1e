"""How well ads are read, part by part, and copies of one job told from others: python bench/ads.py [--misses]

The ads and the truth about them are in bench/ads: half of them the reader was mended on, the other half only measures.
Precision: how much of what was read is right. Recall: how much of what the ad says was read.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.jobsearch.ads import PARTS, ads_of, judge, judge_pairs


def share(part: int, whole: int) -> str:
    """“18/20 (90%)”."""
    return f"{part}/{whole} ({part / whole:.0%})" if whole else "0/0"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="say what went wrong in the half that may be looked at")
    options = parser.parse_args()
    for half in ("fitted", "held_out"):
        ads = ads_of(half)
        count, misses = judge(ads)
        print(f"{half}: {len(ads)} ads")
        for part in PARTS:
            right, was_read, said = (count[f"{part} {word}"] for word in ("right", "read", "said"))
            print(f"  {part:10} precision {share(right, was_read):15} recall {share(right, said)}")
        count, more = judge_pairs(half)
        copies, others = count["True True"] + count["True False"], count["False True"] + count["False False"]
        print(f"  copies found {share(count['True True'], copies)}", end=", ")
        print(f"other jobs taken for copies {share(count['False True'], others)}")
        if options.misses and half == "fitted":
            print("\n".join([*misses, *more]))


if __name__ == "__main__":
    main()
