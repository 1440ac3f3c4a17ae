"""What people typed, as words that can be compared: folding, numbers, codes, stems, languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memory.porter import stem
from memory.text import LONGEST_WORD, fold, terms, tokens, words


def test_a_text_without_words_has_none() -> None:
    assert words("") == []
    assert words("… – !? ·") == []


def test_case_accents_and_width_make_no_other_word() -> None:
    assert fold("ÖL Straße Ｍ８ Łódź Ørsted") == "ol strasse m8 lodz orsted"


def test_the_marks_of_other_scripts_stay() -> None:
    assert fold("がか") == "がか"
    assert words("हिन्दी में") == ["हिन्दी", "में"]


@pytest.mark.parametrize("written", ["25,10 N·m", "25.1Nm", "25.10 N.m", "25.100 Nm", "25,1 N m"])
def test_a_torque_is_one_number_however_it_is_written(written: str) -> None:
    assert words(written)[0] == "25.1"


@pytest.mark.parametrize("written", ["25,10 N·m", "25.1Nm", "25Nm", "25 N.m"])
def test_a_unit_stands_apart_from_its_number(written: str) -> None:
    assert words(written)[-1] == "nm"


def test_a_range_is_two_numbers() -> None:
    assert words("24.50-26.50") == ["24.5", "26.5"]


def test_a_code_is_one_word_and_its_longer_parts() -> None:
    assert words("0418-77231") == ["041877231", "0418", "77231"]
    assert words("T-07 m8x25") == ["t07", "m8x25"]


def test_a_sentence_without_a_space_after_its_full_stop_is_still_two_words() -> None:
    assert words("low.Torque") == ["low", "torque"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("scr'd", ["scrd"]),
        ("operator’s", ["operators"]),
        ("l'outil d’essai", ["l", "outil", "d", "essai"]),
        ("f/d w/o", ["fd", "wo"]),
        ("left/right", ["left", "right"]),
    ],
)
def test_an_apostrophe_or_stroke_within_a_short_form_is_part_of_it(
    written: str, expected: list[str]
) -> None:
    assert words(written) == expected


def test_what_never_ends_is_cut_and_long_chinese_is_not() -> None:
    assert words("x" * 20_000) == ["x" * LONGEST_WORD]
    assert len(words("扭矩" * 200)) == 399


@pytest.mark.parametrize("piece", ["1", "1.", "a-", "1.1/", "n.", "'", "ａ́", "25n"])
def test_no_text_takes_long_to_read(piece: str) -> None:
    assert len(tokens(piece * 20_000)) <= 60_000


def test_writing_without_spaces_is_cut_into_pairs() -> None:
    assert words("扭矩不足") == ["扭矩", "矩不", "不足"]
    assert words("站") == ["站"]


def test_a_code_amid_chinese_stays_whole() -> None:
    assert words("在T-07站拧紧") == ["在", "t07", "站拧", "拧紧"]


def test_english_is_stemmed_and_german_is_not() -> None:
    assert terms(tokens("tightening the bolts")) == ["tighten", "the", "bolt"]
    assert terms(tokens("die Dichtungen sind undicht bei Frost")) == [
        "die", "dichtungen", "sind", "undicht", "bei", "frost",
    ]  # fmt: skip


def test_french_is_not_stemmed() -> None:
    assert "vis" in terms(tokens("la vis manque sur le carter"))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        # The examples of the paper.
        ("caresses", "caress"), ("ponies", "poni"), ("cats", "cat"), ("feed", "feed"),
        ("agreed", "agre"), ("plastered", "plaster"), ("bled", "bled"), ("motoring", "motor"),
        ("sing", "sing"), ("conflated", "conflat"), ("troubled", "troubl"), ("sized", "size"),
        ("hopping", "hop"), ("falling", "fall"), ("hissing", "hiss"), ("fizzed", "fizz"),
        ("failing", "fail"), ("filing", "file"), ("happy", "happi"), ("sky", "sky"),
        ("relational", "relat"), ("rational", "ration"), ("digitizer", "digit"),
        ("vietnamization", "vietnam"), ("predication", "predic"), ("hopefulness", "hope"),
        ("sensibiliti", "sensibl"), ("triplicate", "triplic"), ("formalize", "formal"),
        ("goodness", "good"), ("revival", "reviv"), ("airliner", "airlin"),
        ("replacement", "replac"), ("adoption", "adopt"), ("homologous", "homolog"),
        ("probate", "probat"), ("rate", "rate"), ("cease", "ceas"), ("controll", "control"),
        ("roll", "roll"), ("generalizations", "gener"), ("oscillators", "oscil"),
    ],
)  # fmt: skip
def test_porter_stems_his_own_examples(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_what_is_no_word_of_english_letters_is_not_stemmed() -> None:
    assert [stem(word) for word in ("t07s", "öls", "is", "25.1")] == ["t07s", "öls", "is", "25.1"]


@given(st.text(max_size=60))
def test_any_text_can_be_read_and_reads_the_same_when_folded_before(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert all(words(text)) or words(text) == []
