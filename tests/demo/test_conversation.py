import pytest

from parcours.demo.conversation import ADVISER, BEFORE, MOST_MESSAGES, STEPS, Author, Conversation, Message

BEGUN = len(BEFORE)


@pytest.fixture
def talk() -> Conversation:
    return Conversation(reply_seconds=2.0)


def authors(messages: list[Message]) -> list[Author]:
    return [message.author for message in messages]


def test_what_was_said_before_is_read(talk):
    assert (talk.last, talk.unread, talk.step) == (BEGUN, 0, 2)
    assert authors(talk.after()) == [Author.ADVISER, Author.CUSTOMER, Author.ADVISER]


def test_a_message_is_acknowledged_at_once_and_that_counts_as_no_reply(talk):
    talk.write("Bonjour", now=100.0)
    assert authors(talk.after(BEGUN)) == [Author.CUSTOMER, Author.AUTOMATIC]
    assert (talk.unread, talk.seconds_left(100.0)) == (0, 2.0)


@pytest.mark.parametrize(("now", "replied"), [(101.9, False), (102.0, True), (500.0, True)])
def test_the_adviser_replies_when_the_time_has_come(talk, now, replied):
    talk.write("Bonjour", now=100.0)
    talk.catch_up(now)
    assert (talk.unread, Author.ADVISER in authors(talk.after(BEGUN))) == (int(replied), replied)
    assert talk.seconds_left(now) == (None if replied else pytest.approx(102.0 - now))


def test_one_reply_answers_all_that_came_in_before_it(talk):
    talk.write("Bonjour", now=0.0)
    talk.write("Encore un mot", now=1.0)
    talk.catch_up(9.0)
    talk.catch_up(10.0)
    assert authors(talk.after(BEGUN)) == [Author.CUSTOMER, Author.AUTOMATIC, Author.CUSTOMER, Author.ADVISER]


def test_messages_are_numbered_in_the_order_in_which_they_came(talk):
    talk.write("un", now=0.0)
    talk.write("deux", now=5.0)
    talk.catch_up(9.0)
    assert [message.number for message in talk.after()] == list(range(1, talk.last + 1))
    assert [message.text for message in talk.after() if message.author is Author.CUSTOMER][1:] == ["un", "deux"]


def test_the_first_reply_moves_the_case_on_and_later_ones_do_not(talk):
    for now in (0.0, 10.0, 20.0):
        talk.write("Bonjour", now)
        talk.catch_up(now + 5)
        assert talk.step == 3
    replies = [message.text for message in talk.after(BEGUN) if message.author is Author.ADVISER]
    assert ["dossier est accepté" in reply for reply in replies] == [True, False, False]
    assert talk.step < len(STEPS)


@pytest.mark.parametrize("asked", ["Puis-je déplacer mon rendez-vous ?", "mon RDV ?", "Un Rendez vous, svp"])
def test_who_asks_about_an_appointment_is_answered_about_it(talk, asked):
    talk.write(asked, 0.0)
    talk.catch_up(2.0)
    assert "déplaçons-le" in talk.after()[-1].text


def test_reading_goes_as_far_as_the_customer_has_seen(talk):
    talk.write("un", 0.0)
    talk.catch_up(2.0)
    seen = talk.last
    talk.write("deux", 3.0)
    talk.catch_up(5.0)
    assert talk.unread == 2
    talk.read(seen)
    assert talk.unread == 1
    talk.read(1)  # an older page says so late
    assert talk.unread == 1
    talk.read(10**9)
    assert talk.unread == 0
    talk.write("trois", 6.0)
    talk.catch_up(8.0)
    assert talk.unread == 1


def test_only_the_last_messages_are_kept(talk):
    for number in range(3 * MOST_MESSAGES):
        talk.write(str(number), float(number))
    kept = talk.after()
    assert len(kept) == MOST_MESSAGES
    assert kept[-1].number == talk.last > MOST_MESSAGES


def test_the_adviser_has_a_name():
    assert ADVISER.split()[0] == "Camille"
