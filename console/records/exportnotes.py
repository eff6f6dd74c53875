"""What an export says about itself to whoever opens it, in both languages."""

from __future__ import annotations

ENGLISH = """# Records of a Gemba Console

Every record of the console, as files that any spreadsheet and any program can read.

- One CSV file for each table: UTF-8, commas, names of the columns in the first line. Times are UTC.
- `trail.csv`: one line for everything that changed the records, each with the hash of the line before.
- `attachments/`: pictures and files, named by the SHA-256 of what is in them; `attachment.csv` says what they are.
- `manifest.json`: version, counts, and the SHA-256 of every file here.

A cell that a spreadsheet might run as a formula has an apostrophe in front. An empty cell means: nothing is known.

{proofs}

To bring these records into a console, open Backup in a console that has none yet, and choose Import. The files must
be as they were written: a spreadsheet that saves them changes them.
"""
ENGLISH_WITHOUT = """PINs and badges are not in it. Where one stood there is "…" and a number; nobody can sign in with
that. After an import an administrator gets a new PIN, and then gives new ones to the others. Lines of the trail in
which a PIN or a badge stood cannot be proved by their hash any more; all others can."""
ENGLISH_WITH = """The proofs of PINs and badges are in it, as hashes. Keep it where nobody finds it: a PIN is short
enough to be guessed from its hash."""

CHINESE = """# Gemba Console 的记录

控制台的全部记录，任何电子表格和程序都能读取。

- 每张表一个 CSV 文件：UTF-8，逗号分隔，第一行是列名。时间为 UTC。
- `trail.csv`：每次改动记录占一行，每行带有上一行的哈希值。
- `attachments/`：图片和文件，以其内容的 SHA-256 命名；`attachment.csv` 说明它们是什么。
- `manifest.json`：版本、数量，以及这里每个文件的 SHA-256。

电子表格可能当作公式执行的单元格，前面加有撇号。空单元格表示：未知。

{proofs}

要把这些记录导入控制台，请在还没有记录的控制台中打开“备份”，选择“导入”。文件必须保持原样：
用电子表格保存会改变它们。
"""
CHINESE_WITHOUT = """其中不含 PIN 和工卡。原来的位置写着“…”和一个编号，不能用它登录。导入之后，先给一位管理员设置新的
PIN，再由管理员给其他人设置。留痕中含有 PIN 或工卡的行无法再用哈希值证明，其余各行都可以。"""
CHINESE_WITH = """其中含有 PIN 和工卡的证明（哈希值）。请妥善保管：PIN 很短，可以从哈希值猜出来。"""


def notes(proofs: bool) -> dict[str, str]:
    """Texts by the names of their files."""
    english = ENGLISH.format(proofs=ENGLISH_WITH if proofs else ENGLISH_WITHOUT)
    chinese = CHINESE.format(proofs=CHINESE_WITH if proofs else CHINESE_WITHOUT)
    return {"README.md": english, "README.zh_CN.md": chinese}
