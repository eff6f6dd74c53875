"""Settings: which source wins, how a mistake is told, what a save leaves alone, and where a password goes."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring

from console.app.declared import BY_NAME, SETTINGS, describe
from console.app.passwords import keep_secret, read_secret, secret_place
from console.app.settings import SettingRefused, Settings, load_settings, save
from console.app.settings_file import edited, fresh, parse, toml
from console.domain.errors import FileRefused


class PocketKeyring(KeyringBackend):
    """A keyring that lives as long as the test."""

    priority = 5
    name = "pocket"

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class LockedKeyring(PocketKeyring):
    """A keyring whose owner pressed *cancel*."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("the collection is locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError("the collection is locked")


@pytest.fixture(autouse=True)
def no_keyring():
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    yield
    keyring.set_keyring(before)


def written(folder: Path, text: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def loaded(folder: Path, site: Path | None = None, environ=None, overrides=None) -> Settings:
    return load_settings(folder, site, environ or {}, overrides or {})


def test_with_no_source_at_all_every_setting_has_its_default(tmp_path):
    settings = loaded(tmp_path)

    assert {s.name: settings[s.name] for s in SETTINGS} == {s.name: s.default for s in SETTINGS}
    assert {settings.origin(s.name) for s in SETTINGS} == {"default"}
    assert settings.problems == ()


def test_every_default_is_a_value_that_its_own_setting_allows(tmp_path):
    written(tmp_path, fresh({s.name: s.default for s in SETTINGS if not s.secret}))

    assert loaded(tmp_path).problems == ()


@pytest.mark.parametrize("strongest", range(5))
def test_the_stronger_source_wins_and_the_value_knows_it(tmp_path, strongest):
    site = tmp_path / "site.toml"
    if strongest >= 1:
        written(tmp_path, "[broker]\nport = 1001\n")
    if strongest >= 2:
        site.write_text("# the plant's own\n[broker]\n\nport = 1002\n")
    environ = {"GEMBA_BROKER_PORT": "1003"} if strongest >= 3 else {}
    overrides = {"broker.port": "1004"} if strongest >= 4 else {}

    settings = loaded(tmp_path, site if site.exists() else None, environ, overrides)

    assert settings["broker.port"] == [0, 1001, 1002, 1003, 1004][strongest]
    origins = [
        "default",
        f"{tmp_path / 'settings.toml'}, line 2",
        f"{site}, line 4",
        "GEMBA_BROKER_PORT",
        "command line",
    ]
    assert settings.origin("broker.port") == origins[strongest]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[broker]\nhost = 'a'\nprot = 1\n", 3, "broker.prot is not a setting; did you mean broker.port?"),
        ("host = 'a'\n", 1, "host is not a setting; did you mean broker.host?"),
        ("[brokr]\nhost = 'a'\n", 2, "brokr.host is not a setting; did you mean broker.host?"),
        ("[zzz]\nqqq = 1\n", 2, "zzz.qqq is not a setting"),
        ("broker = 'a'\n", 1, "broker is a table: write [broker] on a line of its own"),
        ("\n[broker]\nport = 70000\n", 3, "broker.port must be a whole number from 0 to 65535, not 70000"),
        (
            "[broker]\nport = '1883'\n",
            2,
            "broker.port must be a whole number from 0 to 65535, not the text '1883' (write it without quotes)",
        ),
        ("[broker]\nport = true\n", 2, "broker.port must be a whole number from 0 to 65535, not true"),
        ("[broker]\nport = inf\n", 2, "broker.port must be a whole number from 0 to 65535, not a number without end"),
        ("[ui]\ntheme = 'drak'\n", 2, "ui.theme must be one of dark, light, not the text 'drak' (did you mean dark?)"),
        ("[sparkplug]\nask_rebirth = 1\n", 2, "sparkplug.ask_rebirth must be true or false, not 1"),
        ('[broker]\nhost = "a\\nb"\n', 2, "broker.host must be text without line breaks or control characters"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_what_is_allowed(tmp_path, text, line, words):
    path = written(tmp_path, text)

    settings = loaded(tmp_path)

    assert [str(p) for p in settings.problems] == [f"{path}, line {line}: {words}"]
    assert settings["broker.port"] == 0
    assert settings["ui.theme"] == "dark"


def test_one_mistake_leaves_the_rest_of_the_file_in_force(tmp_path):
    written(tmp_path, "[broker]\nport = 'x'\nhost = 'mq.plant'\n[ui]\nlanguage = 'zh_CN'\n")

    settings = loaded(tmp_path)

    assert (settings["broker.host"], settings["ui.language"], settings["broker.port"]) == ("mq.plant", "zh_CN", 0)
    assert len(settings.problems) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"[broker\nhost = 1\n", "line 1: the file cannot be read and is not used"),
        (b'[plant]\nfile = "C:\\Users\\plant.toml"\n', "write a Windows path in single quotes"),
        (b"[broker]\nhost = '\xff'\n", "is not UTF-8 text (byte 17)"),
        (b"x = " + b"[" * 100_000, "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_the_defaults_hold(tmp_path, content, words):
    (tmp_path / "settings.toml").write_bytes(content)

    settings = loaded(tmp_path)

    assert words in str(settings.problems[0])
    assert settings["broker.host"] == ""


def test_a_file_from_notepad_with_a_byte_order_mark_is_read(tmp_path):
    (tmp_path / "settings.toml").write_bytes(b"\xef\xbb\xbf[broker]\r\nhost = 'mq'\r\n")

    assert loaded(tmp_path)["broker.host"] == "mq"


def test_a_site_file_that_is_not_there_is_a_problem_and_no_crash(tmp_path):
    settings = loaded(tmp_path, site=tmp_path / "nowhere.toml")

    assert "nowhere.toml: cannot be read" in str(settings.problems[0])


def test_a_path_is_relative_to_the_file_that_names_it(tmp_path):
    site = tmp_path / "etc" / "site.toml"
    site.parent.mkdir()
    site.write_text("[broker]\nca_file = 'ca.pem'\n")

    assert loaded(tmp_path, site)["broker.ca_file"] == str(site.parent / "ca.pem")


def test_a_variable_that_is_nearly_right_is_told_with_the_right_one(tmp_path):
    settings = loaded(tmp_path, environ={"GEMBA_BROKER_HSOT": "a", "GEMBA_DATA": "/x", "HOME": "/root"})

    assert [str(p) for p in settings.problems] == [
        "GEMBA_BROKER_HSOT: is not a setting; did you mean GEMBA_BROKER_HOST?"
    ]


def test_text_from_outside_is_read_as_the_kind_that_was_declared(tmp_path):
    environ = {"GEMBA_SPARKPLUG_ASK_REBIRTH": "No", "GEMBA_BROKER_PORT": " 8884 ", "GEMBA_STORE_KEEP_DAYS": ""}

    settings = loaded(tmp_path, environ=environ, overrides={"broker.keepalive": "soon"})

    assert settings["sparkplug.ask_rebirth"] is False
    assert settings["broker.port"] == 8884
    assert settings["store.keep_days"] == 90
    assert [p.words for p in settings.problems] == ["must be a whole number from 5 to 600, not the text 'soon'"]


@given(st.dictionaries(st.sampled_from([s.name for s in SETTINGS] + ["a.b", ""]), st.text()))
def test_no_text_on_the_command_line_is_an_exception_at_start(overrides):
    settings = load_settings(Path("nowhere"), None, {}, overrides)

    assert len(settings.problems) <= len(overrides)


@given(st.binary(max_size=200))
def test_no_file_content_is_an_exception_at_start(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("data")
    (folder / "settings.toml").write_bytes(content)

    loaded(folder)


@pytest.mark.parametrize(
    ("said", "tls", "port"),
    [
        ({"host": "localhost"}, False, 1883),
        ({"host": "127.0.0.1"}, False, 1883),
        ({"host": "::1", "port": "8883"}, False, 8883),
        ({"host": "mq.plant"}, True, 8883),
        ({"host": "127.0.0.1.evil.example"}, True, 8883),
        ({"host": "mq.plant", "port": "1883"}, False, 1883),
        ({"host": "mq.plant", "port": "1999"}, True, 1999),
        ({"host": "mq.plant", "tls": "off"}, False, 1883),
        ({"host": "localhost", "tls": "on"}, True, 8883),
        ({"host": "localhost", "ca_file": "ca.pem"}, True, 8883),
    ],
)
def test_a_broker_elsewhere_is_spoken_to_with_tls_unless_somebody_chose_otherwise(tmp_path, said, tls, port):
    settings = loaded(tmp_path, overrides={f"broker.{key}": value for key, value in said.items()})

    assert (settings.broker_tls(), settings.broker_port()) == (tls, port)


def test_a_save_keeps_comments_order_and_lines_that_are_not_ours(tmp_path):
    path = written(
        tmp_path,
        "# ours since 2019\n[broker]\nhost = 'old'  # the grey box # in the corner\nport = 1884\n\n[mystery]\nx = 1\n",
    )

    save(tmp_path, {"broker.host": 'new"one"', "broker.user": "板", "ui.theme": "light", "broker.port": None})

    assert path.read_text(encoding="utf-8") == (
        '# ours since 2019\n[broker]\nhost = "new\\"one\\""  # the grey box # in the corner\nuser = "板"\n\n'
        '[mystery]\nx = 1\n\n[ui]\ntheme = "light"\n'
    )
    settings = loaded(tmp_path)
    assert (settings["broker.host"], settings["broker.port"], settings["ui.theme"]) == ('new"one"', 0, "light")


@pytest.mark.parametrize(
    "before", ["broker = { host = 'old' }\n", "[broker\n", "[broker]\nhost = '''\nold'''\n", "\x00"]
)
def test_a_file_that_cannot_be_changed_line_by_line_is_kept_beside_the_new_one(tmp_path, before):
    path = written(tmp_path, before)

    save(tmp_path, {"broker.host": "new"})

    assert loaded(tmp_path)["broker.host"] == "new"
    assert loaded(tmp_path).problems == ()
    assert path.with_name("settings.toml.before").read_text() == before


def test_a_value_that_does_not_fit_is_refused_before_anything_is_written(tmp_path):
    with pytest.raises(SettingRefused, match="broker.port must be a whole number from 0 to 65535, not 70000"):
        save(tmp_path, {"broker.host": "mq", "broker.port": 70000})
    with pytest.raises(SettingRefused, match="did you mean broker.host"):
        save(tmp_path, {"broker.hots": "mq"})

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_refused_in_words(tmp_path):
    with pytest.raises(FileRefused, match="cannot be written"):
        save(tmp_path / "gone", {"broker.host": "mq"})


@pytest.mark.skipif(os.name != "posix", reason="Windows has access lists instead of modes")
def test_what_is_saved_can_be_read_by_its_owner_only_and_nothing_is_left_over(tmp_path):
    save(tmp_path, {"broker.host": "mq", "broker.password": "s3cret"})

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {"settings.toml": 0o600, "secrets.toml": 0o600}


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_being_written_as_toml(text):
    assert parse(f"x = {toml(text)}\n") == {"x": text}


@given(
    st.lists(
        st.tuples(st.sampled_from(["broker.host", "ui.theme", "log.level", "plant.file"]), st.text("ab#'\"=[]\\ "))
    )
)
def test_changes_one_after_another_are_all_there_at_the_end(changes):
    text = "# top\n[ui] # here\n'theme' = \"x\" # '\n[broker]\nhost='#'#'\n"
    for name, value in changes:
        text = edited(text, {name: value}) or pytest.fail(f"{name} = {value!r} could not be written")

    expected = {"ui.theme": "x", "broker.host": "#"} | dict(changes)
    assert parse(text) == expected
    assert text.startswith("# top\n[ui] # here\n")


def test_a_password_goes_to_the_keyring_where_there_is_one(tmp_path):
    pocket = PocketKeyring()
    keyring.set_keyring(pocket)

    save(tmp_path, {"broker.password": "s3cret"})

    assert loaded(tmp_path)["broker.password"] == "s3cret"
    assert list(pocket.kept.values()) == ["s3cret"]
    assert list(tmp_path.iterdir()) == []
    assert "keyring" in secret_place(tmp_path)
    assert loaded(tmp_path).origin("broker.password") == secret_place(tmp_path)


def test_without_a_keyring_the_password_is_in_a_private_file_and_the_words_say_so(tmp_path):
    words = keep_secret(tmp_path, "broker.password", 'p"ä\\ss')

    assert words == secret_place(tmp_path) == f"the file {tmp_path / 'secrets.toml'}, for your account only"
    assert read_secret(tmp_path, "broker.password") == 'p"ä\\ss'


def test_a_locked_keyring_stops_nothing(tmp_path, expected_log):
    expected_log("The keyring refused: RuntimeError")
    expected_log("The keyring did not answer: RuntimeError")
    keyring.set_keyring(LockedKeyring())

    assert "secrets.toml" in keep_secret(tmp_path, "broker.password", "s3cret")
    assert loaded(tmp_path)["broker.password"] == "s3cret"


def test_a_password_lives_in_one_place_and_can_be_forgotten(tmp_path):
    save(tmp_path, {"broker.password": "old"})
    pocket = PocketKeyring()
    keyring.set_keyring(pocket)
    save(tmp_path, {"broker.password": "new"})

    assert "old" not in (tmp_path / "secrets.toml").read_text()
    save(tmp_path, {"broker.password": None})
    assert loaded(tmp_path)["broker.password"] == ""
    assert pocket.kept == {}


def test_two_data_folders_have_two_passwords(tmp_path):
    keyring.set_keyring(PocketKeyring())
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        save(tmp_path / name, {"broker.password": name * 4})

    assert loaded(tmp_path / "a")["broker.password"] == "aaaa"


def test_a_password_in_a_settings_file_is_refused_and_taken_out_with_the_next_save(tmp_path):
    path = written(tmp_path, "[broker]\nhost = 'mq'\npassword = 's3cret'\n")

    settings = loaded(tmp_path)

    assert settings["broker.password"] == ""
    assert "line 3: broker.password does not belong in a file" in str(settings.problems[0])
    assert "s3cret" not in str(settings.problems[0])
    save(tmp_path, {"ui.theme": "light"})
    assert "s3cret" not in path.read_text()


def test_a_password_is_taken_from_the_environment_but_not_from_the_command_line(tmp_path):
    environ = {"GEMBA_BROKER_PASSWORD": " s3cret "}

    assert loaded(tmp_path, environ=environ)["broker.password"] == " s3cret "
    settings = loaded(tmp_path, overrides={"broker.password": "s3cret"})
    assert settings["broker.password"] == ""
    assert "use GEMBA_BROKER_PASSWORD" in str(settings.problems[0])


def test_no_picture_of_the_settings_shows_the_password(tmp_path):
    settings = loaded(tmp_path, environ={"GEMBA_BROKER_PASSWORD": "s3cret"})

    assert "s3cret" not in repr(settings) + str(settings) + f"{settings}"


@pytest.mark.skipif(os.name != "posix", reason="Windows has access lists instead of modes")
def test_a_secrets_file_that_others_could_read_is_closed(tmp_path, expected_log):
    expected_log("secrets.toml could be read by other accounts; it is closed")
    path = tmp_path / "secrets.toml"
    path.write_text('"broker.password" = "s3cret"\n')
    path.chmod(0o644)

    assert read_secret(tmp_path, "broker.password") == "s3cret"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_help_table_names_every_setting_once_and_no_password(tmp_path):
    table = describe()

    assert [line.split("`")[1] for line in table.splitlines()[2:]] == list(BY_NAME)
    assert len({setting.variable for setting in SETTINGS}) == len(SETTINGS)
