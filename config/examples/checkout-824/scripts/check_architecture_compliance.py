"""Tells how much of the code keeps to the architecture, from the counts of the last scan."""
import csv
from pathlib import Path

with open(Path(__file__).with_name("architecture.csv"), newline="") as scan:
    rows = list(csv.DictReader(scan))
files, affected, violations = (
    sum(int(row[column]) for row in rows) for column in ["files", "affected", "violations"]
)
score = 100 * (files - affected) / files
print(f"Real System: {score:.1f}% compliant ({files} files)")
print(f"  {violations} violations in {affected} files")
