"""How telephone numbers are seen in texts, and compared."""

import pytest

from parcours.facts.phones import candidates, digits, same_number, spotted


def texts(text: str, language: str = "", *labels: str) -> tuple[str, ...]:
    return tuple(seen.text for seen in spotted(text, language, labels))


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("01 23 45 67 89", "", "01 23 45 67 89"),
        ("01.23.45.67.89", "", "01.23.45.67.89"),
        ("01-23-45-67-89", "fr", "01-23-45-67-89"),
        ("Tél. : 0123456789", "fr", "0123456789"),
        ("Appelez le 06 12 34 56 78, du lundi au vendredi.", "fr", "06 12 34 56 78"),
        ("0 800 123 456 (appel gratuit)", "fr", "0 800 123 456"),
        ("0 825 12 34 56 0,15 €/min", "fr", "0 825 12 34 56"),
        ("Service clients 08 25 12 34 56", "fr", "08 25 12 34 56"),
        ("+33 1 23 45 67 89", "", "+33 1 23 45 67 89"),
        ("+33 (0)1 23 45 67 89", "", "+33 (0)1 23 45 67 89"),
        ("+33123456789", "", "+33123456789"),
        ("+33 1 23 45 67 89 24h/24", "", "+33 1 23 45 67 89"),
        ("0033 1 23 45 67 89", "", "0033 1 23 45 67 89"),
        ("+44 20 7946 0958", "", "+44 20 7946 0958"),
        ("+1 (212) 555-0123", "", "+1 (212) 555-0123"),
        ("+49 30 1234567", "", "+49 30 1234567"),
        ("+39 06 1234 5678", "", "+39 06 1234 5678"),
        ("020 7946 0958", "en-GB", "020 7946 0958"),
        ("(01632) 960001", "en", "(01632) 960001"),
        ("0800 123 4567", "en", "0800 123 4567"),
        ("(212) 555-0123", "en-US", "(212) 555-0123"),
        ("Call 1-800-555-0199 today", "", "1-800-555-0199"),
        ("030 / 12345678", "de", "030 / 12345678"),
        ("0171-1234567", "de", "0171-1234567"),
        ("Telefon: 040 1234567", "", "040 1234567"),
        ("912 345 678", "es", "912 345 678"),
        ("Teléfono 91 234 56 78", "", "91 234 56 78"),
        ("333 123 4567", "it", "333 123 4567"),
        ("Numero Verde 800 123 456", "it", "800 123 456"),
        ("020-1234567", "nl", "020-1234567"),
        ("02 123 45 67", "fr-BE", "02 123 45 67"),
        ("044 123 45 67", "de-CH", "044 123 45 67"),
        ("Tél/Fax : 01 23 45 67 89", "fr", "01 23 45 67 89"),
        ("SIRET 812 345 678 00012 - Tél. 01 23 45 67 89", "fr", "01 23 45 67 89"),
        ("01\u201123\u201145\u201167\u201189", "fr", "01\u201123\u201145\u201167\u201189"),
        ("01 23 45 67 89 75001 Paris", "fr", "01 23 45 67 89"),
    ],
)
def test_a_telephone_number_is_seen(text: str, language: str, number: str) -> None:
    assert texts(text, language) == (number,)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "fr"),
        ("3639", "fr"),
        ("SIRET : 812 345 678 00012", "fr"),
        ("RCS Paris 812 345 678", "fr"),
        ("SIREN 912 345 678", "es"),
        ("FR76 3000 6000 0112 3456 7890 189", "fr"),
        ("DE89 3704 0044 0532 0130 00", "de"),
        ("GB29 NWBK 6016 1331 9268 19", "en"),
        ("ISBN 978-2-07-036822-8", "fr"),
        ("ISBN 0123456789", "fr"),
        ("Commande n° 0123456789", "fr"),
        ("0123456789", "fr"),
        ("Réf. 01 23 45 67 89", "fr"),
        ("4970 1012 3456 7890", "fr"),
        ("Fax : 01 23 45 67 89", "fr"),
        ("Télécopie 01 23 45 67 89", "fr"),
        ("Telefax: 030 1234567", "de"),
        ("01/02/2024 - 03/04/2024", "fr"),
        ("01.02.2024 10 Uhr", "de"),
        ("01-02-2024 10:30", "fr"),
        ("2024-01-02 10:20:30", "fr"),
        ("09.00 - 12.30 13.30 - 18.00", "de"),
        ("08:00-12:00 14:00-18:00", "fr"),
        ("1 234 567,89 €", "fr"),
        ("912 345 678 €", "es"),
        ("+20 000 000 de clients", "fr"),
        ("+10 000 000 000", "fr"),
        ("600 000 000", "es"),
        ("192.168.100.200", "en"),
        ("48.8566140, 2.3522219", "fr"),
        ("https://shop.example/0123456789", "fr"),
        ("https://shop.example/?t=+33123456789", "fr"),
        ("v01.23.45.67.89", "fr"),
        ("1 01 23 45 67 89", "fr"),
        ("01 23 45 67 89 12", "fr"),
        ("555-1234", "en"),
        ("2019-2020-2021", "en"),
        ("75001 Paris, 69002 Lyon", "fr"),
        ("abc0123456789", "fr"),
        ("20240101123456", "fr"),
        ("912 345 678", "fr"),
        ("(212) 555-0123", "ja"),
    ],
)
def test_other_numbers_are_not(text: str, language: str) -> None:
    assert texts(text, language) == ()


def test_two_numbers_on_two_lines_are_two() -> None:
    assert texts("Tél. 01 23 45 67 89 06 11 22 33 44") == ("01 23 45 67 89", "06 11 22 33 44")


def test_a_fax_after_a_telephone_is_left_out() -> None:
    assert texts("Tél. 01 23 45 67 89 - Fax 01 23 45 67 90") == ("01 23 45 67 89",)


def test_words_outside_the_text_count_in_its_order() -> None:
    both = "01 23 45 67 89 01 23 45 67 90"
    assert texts(both, "fr", "Tél.", "Fax") == ("01 23 45 67 89",)
    assert texts(both, "fr", "Fax", "Tél.") == ("01 23 45 67 90",)
    assert texts("0123456789", "fr", "Téléphone") == ("0123456789",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+33123456789", "01 23 45 67 89"),
        ("+33123456789", "+33 (0)1 23 45 67 89"),
        ("+330123456789", "01.23.45.67.89"),
        ("+330123456789", "+33123456789"),
        ("0033123456789", "+33 1 23 45 67 89"),
        ("+12125550123", "(212) 555-0123"),
        ("+12125550123", "1-212-555-0123"),
        ("3639", "36 39"),
        ("+33800123456", "0 800 123 456"),
        ("+390612345678", "06 1234 5678"),
    ],
)
def test_two_ways_of_writing_are_one_number(one: str, other: str) -> None:
    assert same_number(one, other)
    assert same_number(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+33123456789", "02 23 45 67 89"),
        ("+33123456789", "+32 1 23 45 67 89"),
        ("3639", "3693"),
        ("3639", "01 23 45 36 39"),
        ("", "01 23 45 67 89"),
        ("", ""),
    ],
)
def test_two_numbers_are_two(one: str, other: str) -> None:
    assert not same_number(one, other)
    assert not same_number(other, one)


def test_digits_leave_out_the_trunk_in_brackets() -> None:
    assert digits("+33 (0)1 23") == "33123"


def test_a_label_is_read_in_its_parts() -> None:
    assert set(candidates("01 23 45 67 89 / 06 11 22 33 44")) >= {"01 23 45 67 89 ", " 06 11 22 33 44"}
    assert not set(candidates("Du lundi au vendredi, 9h-18h, 7j/7"))
    assert not set(candidates("le 01/02/2024"))
