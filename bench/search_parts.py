"""The parts that bench/fit_search.py weighs: what each says, and where the fit of its weight in the order starts."""

KINDS = ("name", "keywords", "long", "question", "pinyin")
RANK = {
    "exact": (3.0, "the query as it stands; it also goes before everything else"),
    "words": (1.0, "words held, by rarity"),
    "alias": (0.8, "words held by the full form of their abbreviation"),
    "synonyms": (0.3, "words held by what laws call them"),
    "head": (0.4, "words that only the title or a heading holds"),
    "initiative": (0.3, "names of initiatives in the query that the text holds whole"),
    "title_in_query": (0.3, "the article's title stands in the query"),
    "pairs": (1.0, "character pairs held, by rarity: a word that was cut wrong still counts"),
    "bigram_bm25": (0.3, "how often the pairs stand there (BM25): questions only"),
    "char_bm25": (0.3, "how often its single characters stand there (BM25): questions only"),
    "meant": (0.3, "what it is about, in its own words or the law's, in the text or over it: by rarity"),
    "topic": (0.0, "the rarest word of what it is about is held"),
    "together": (0.3, "the same in the text within two or three clauses"),
    "sort_told": (0.1, "it holds the sort of answer that a question asks for"),
    "told": (0.1, "how often it says the rarest word, to three times"),
    "brevity": (0.3, "of two sections alike the shorter says it more plainly"),
    "edit": (1.0, "likeness of the best window, by edits with swapped neighbours"),
    "order": (0.6, "characters in order within a short window: half remembered"),
    "swapped": (0.8, "the query with two neighbours swapped stands there"),
    "sound": (0.8, "likeness of the best window by sound"),
    "initials": (2.0, "first letters of syllables, all in a row, of whole words"),
    "initials_whole": (0.5, "the fewer words the letters make, the likelier they were meant"),
}
ORDER_ONLY = {"words", "head", "char_bm25", "brevity"}  # the decision takes words wherever they are held
SURE = {
    "coverage": "words held by the text, its title or its headings, by rarity",
    **{name: reason for name, (_, reason) in RANK.items() if name not in ORDER_ONLY},
    "char_coverage": "the query's characters in the best window, by rarity: a rare one that is missing is another name",
    "unknown": "share of the words that the whole library does not know",
    "weight": "what the words held weigh together: a share of few says less than one of many",
    "length": "a longer query that fits is no chance",
    "similarity": "the better of edit and sound",
    "initials_rare": "how much rarer the letters are than once in a library of this size",
    "bias": "where the threshold lies",
}
MAY_COUNT_AGAINST = {"unknown", "length", "bias"}  # of the decision on pinyin: all else is for an answer
FOR_AN_ANSWER = {
    "pinyin": set(SURE) - MAY_COUNT_AGAINST
}  # parts of the decision that count for an answer or not at all, by kind
ALWAYS_FOR = {"initiative"}  # the same for the other kinds: a name that is held whole is no sign of another
