# Gemba Console. `make demo` shows it, `make test` proves it; each installs what it needs first.
#
#   PYTHON=python3.12   another Python, 3.11 or newer      ARGS="--set ui.language=zh_CN"  options for the program or for pytest
#   TESTS=tests/app     only these tests                   ROW=ingest           only this row of the benchmarks
#   SECONDS=40          how long a demo without a display runs    WORKERS=2        tests run in so many processes at once

PYTHON ?= python3
SECONDS ?= 40
TESTS ?=
WORKERS ?= 2
ARGS ?=
ROW ?=

VENV := .venv
STRANGER := .stranger
SCREENS := demo-screens
PY := $(VENV)/bin/python
APT := apt-get -q -y -o Dpkg::Use-Pty=0

HEADLESS := libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libgssapi-krb5-2
WINDOW := libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0
SOUND := libpulse0
FREEZE_DEBS := binutils
WINDOWS_DEBS := wine wine64 gcc-mingw-w64-x86-64-win32 osslsigncode nsis wixl msitools
DEMO_DEBS := $(HEADLESS) $(WINDOW) $(SOUND) fonts-noto-cjk mosquitto
TEST_DEBS := $(DEMO_DEBS) xvfb dbus mosquitto-clients postgresql postgresql-common mariadb-server zbar-tools libpulse0 $(FREEZE_DEBS)

# Debian keeps mosquitto where only root looks.
export PATH := $(PATH):/usr/sbin:/sbin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Whatever the computer is set to: hundreds of processes of the tests would compile the program anew, each of them.
export PYTHONDONTWRITEBYTECODE :=

OFFSCREEN := QT_QPA_PLATFORM=offscreen
FROZEN := build/frozen
NO_KEYRING := PYTHON_KEYRING_BACKEND=keyring.backends.fail.Keyring
OLD_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
SHARED := import ctypes, sysconfig; said = sysconfig.get_config_var("INSTSONAME") or ""; ".so" in said and ctypes.CDLL(said)

.PHONY: help demo test check bench lock soak freeze windows windows-test clean distclean screens languages python debs-demo debs-freeze debs-test debs-windows ready-demo ready-test
.NOTPARALLEL:

help:
	@echo "make demo     a simulated plant of four lines on the board (screenshots where there is no display)"
	@echo "make test     every check and every test, under twenty minutes"
	@echo "make check    only ruff, mypy and the import rules"
	@echo "make bench    the measurements; ROW=name for one"
	@echo "make soak     the tests that take hours"
	@echo "make screens  screenshots of every screen into $(SCREENS)"
	@echo "make freeze   the program as one folder that needs no Python, in dist, and its examination of itself"
	@echo "make windows  the setup program, the MSI and their checksums into dist/windows, built under Wine"
	@echo "make windows-test  what make windows made, installed, examined, upgraded and removed under Wine; ARGS for pytest"
	@echo "make lock     requirements/*.in into locks with hashes; UPGRADE=1 for newer versions"
	@echo "make clean    remove what was built; distclean: the environments too"

demo: ready-demo languages
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  echo "· no display here: the demo runs off-screen for $(SECONDS) s"; \
	  $(OFFSCREEN) $(PY) main.py --demo --screenshots $(SCREENS) --seconds $(SECONDS) $(ARGS) \
	  && echo "· what it showed is in $(CURDIR)/$(SCREENS)"; \
	else \
	  $(PY) main.py --demo $(ARGS); \
	fi

screens: ready-demo languages
	@$(OFFSCREEN) $(PY) main.py --demo --screenshots $(SCREENS) --seconds $(SECONDS) $(ARGS)
	@echo "· the screenshots are in $(CURDIR)/$(SCREENS)"

test: ready-test languages
	@$(if $(TESTS),,mkdir -p $(FROZEN); { $(call frozen,$(FROZEN)); } >$(FROZEN)/log 2>&1 &) \
	$(MAKE) --no-print-directory check; checked=$$?; wait; exit $$checked
	@echo "· pytest"
	@$(OFFSCREEN) $(NO_KEYRING) $(if $(TESTS),,GEMBA_FROZEN=$(FROZEN)/gemba-console) \
	  $(PY) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(TESTS) $(ARGS)

soak: ready-test languages
	@$(OFFSCREEN) $(NO_KEYRING) $(PY) -m pytest -m soak --timeout 0 $(TESTS) $(ARGS)

check: ready-test
	@failed=; for step in "ruff format --check ." "ruff check ." "mypy" "lint-imports --no-cache --no-logo"; do \
	  echo "· $$step"; said=$$($(VENV)/bin/$$step 2>&1) || { echo "$$said"; failed=1; }; \
	done; [ -z "$$failed" ]

bench: ready-test languages
	@$(NO_KEYRING) $(PY) -m bench $(ROW)

freeze: python debs-freeze
	@$(call environment,$(VENV),dev)
	@cp requirements/run.txt $(VENV)/run.lock
	@$(MAKE) --no-print-directory languages
	@echo "· pyinstaller"
	@$(call frozen,dist)
	@du -sm dist/gemba-console | awk '{print "· dist/gemba-console: " $$1 " MB"}'
	@$(OFFSCREEN) $(NO_KEYRING) dist/gemba-console/gemba-console-cli --self-test

# What `packaging/windows/build.py` makes stays in build/windows, so that a second time is shorter. GEMBA_SIGN signs.
windows: ready-demo debs-windows languages
	@$(PY) packaging/windows/build.py $(ARGS)

windows-test: ready-test debs-windows languages
	@[ -e dist/windows/SHA256SUMS ] || $(MAKE) --no-print-directory windows ARGS=
	@echo "· pytest under Wine (a quarter of an hour)"
	@GEMBA_WINDOWS=1 $(OFFSCREEN) $(NO_KEYRING) $(PY) -m pytest --timeout 0 -rA --show-capture=no tests/windows $(ARGS)

languages:
	@if [ -e widgets/languages.py ] || [ -e widgets/languages/__main__.py ]; then \
	  echo "· translations"; $(OFFSCREEN) $(PY) -m widgets.languages --build >/dev/null; \
	fi

clean:
	@rm -rf build dist $(SCREENS) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache bench/results.json
	@find . -path ./$(VENV) -prune -o -path ./$(STRANGER) -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +
	@find resources widgets -name '*.qm' -delete

distclean: clean
	@rm -rf $(VENV) $(STRANGER)

# ---- what the targets above stand on -------------------------------------------------------------------------------

ready-demo: python debs-demo
	@$(call environment,$(VENV),run)

ready-test: python debs-test
	@$(call environment,$(VENV),dev)
	@cp requirements/run.txt $(VENV)/run.lock
	@$(call environment,$(STRANGER),stranger)

python:
	@$(PY) -c 'import pip; $(OLD_ENOUGH)' 2>/dev/null || $(PYTHON) -c '$(OLD_ENOUGH)' 2>/dev/null || { \
	  echo "Python 3.11 or newer is needed; \`$(PYTHON)\` is" \
	       "$$($(PYTHON) --version 2>/dev/null || echo not there). Say which one: make PYTHON=python3.12 …"; exit 1; }

debs-demo:
	@$(call debs,$(DEMO_DEBS))

debs-test:
	@$(call debs,$(TEST_DEBS))

debs-windows:
	@$(call debs,$(WINDOWS_DEBS))

debs-freeze:
	@$(call debs,$(DEMO_DEBS) $(FREEZE_DEBS))

# Install those of the Debian packages $(1) that are missing: as root, through a sudo that asks nothing, or not at all.
# Since 2024 some libraries are called …t64. A mosquitto that was only now installed need not run as a service.
define debs
command -v dpkg-query >/dev/null 2>&1 || exit 0; \
missing=; for deb in $(1); do \
  dpkg-query -W -f='$${db:Status-Status}\n' $$deb $${deb}t64 2>/dev/null | grep -qx installed || missing="$$missing $$deb"; \
done; \
if [ ! -x $(PY) ] && ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
  missing="$$missing $$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"; \
fi; \
case " $(1) " in *" binutils "*) $(PYTHON) -c '$(SHARED)' 2>/dev/null || \
  missing="$$missing $$($(PYTHON) -c 'import sys; print("libpython%d.%d" % sys.version_info[:2])')";; \
esac; \
[ -n "$$missing" ] || exit 0; \
if [ "$$(id -u)" = 0 ]; then root=env; elif sudo -n true 2>/dev/null; then root="sudo -n env"; \
else echo "sudo apt-get install -y$$missing"; exit 1; fi; \
echo "· Debian packages:$$missing"; \
log=$$(mktemp); trap 'rm -f "$$log"' EXIT; \
$$root DEBIAN_FRONTEND=noninteractive $(APT) update >"$$log" 2>&1 </dev/null || true; \
$$root DEBIAN_FRONTEND=noninteractive $(APT) install --no-install-recommends $$missing >>"$$log" 2>&1 </dev/null \
|| { tail -n 20 "$$log"; echo "sudo apt-get install -y$$missing"; exit 1; }; \
case "$$missing " in *" mosquitto "*) \
  [ ! -d /run/systemd/system ] || $$root systemctl disable --now mosquitto >/dev/null 2>&1 || true;; \
esac
endef

# Freeze the program into the folder $(1).
frozen = rm -rf $(1)/gemba-console && $(PY) -m PyInstaller --noconfirm --log-level ERROR --distpath $(1) \
  --workpath build/work pyinstaller.spec

# Make the environment $(1) hold exactly what requirements/$(2).txt says; a copy of the lock inside tells that it does.
define environment
if ! $(1)/bin/python -c 'import pip; $(OLD_ENOUGH)' 2>/dev/null; then \
  echo "· $(1): new, with $$($(PYTHON) --version)"; $(PYTHON) -m venv --clear $(1) || exit 1; \
fi; \
cmp -s requirements/$(2).txt $(1)/$(2).lock && exit 0; \
echo "· $(1): installing requirements/$(2).txt (minutes the first time)"; \
$(1)/bin/python -m pip install -qq --no-input --require-hashes -r requirements/$(2).txt </dev/null \
&& cp requirements/$(2).txt $(1)/$(2).lock
endef

# uv resolves for every system and every Python from 3.11 at once, and writes no address. It reads pip's settings here.
lock: python
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip install -qq --no-input uv
	@set -e; \
	setting() { build/lock/bin/python -m pip config get "global.$$1" 2>/dev/null || true; }; \
	index=$${PIP_INDEX_URL:-$$(setting index-url)}; [ -z "$$index" ] || export UV_DEFAULT_INDEX="$$index"; \
	extra=$${PIP_EXTRA_INDEX_URL:-$$(setting extra-index-url)}; [ -z "$$extra" ] || export UV_INDEX="$$extra"; \
	links=$${PIP_FIND_LINKS:-$$(setting find-links)}; \
	for name in run dev stranger freeze windows windows-test; do \
	  echo "· requirements/$$name.txt"; \
	  build/lock/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-python-downloads \
	    --index-strategy unsafe-best-match $${UPGRADE:+--upgrade} $${links:+--find-links "$$links"} \
	    -o requirements/$$name.txt requirements/$$name.in >/dev/null; \
	done
