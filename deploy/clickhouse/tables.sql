-- On every node: the rows of its own schools. A table is sorted by its school, so that the rows of one school lie together.
-- One column a field that the rules read, of the types in docs/sql.md; where a field may be unknown it is Nullable.
CREATE DATABASE IF NOT EXISTS facts_local;

CREATE TABLE IF NOT EXISTS facts_local.snapshot
(
    date String,
    covers String
) ENGINE = MergeTree ORDER BY date;

CREATE TABLE IF NOT EXISTS facts_local.school
(
    id String,
    name Nullable(String),
    region Nullable(String),
    boarding Nullable(UInt8),
    classes Nullable(UInt8)
) ENGINE = MergeTree ORDER BY id;

CREATE TABLE IF NOT EXISTS facts_local.class
(
    school String,
    id String,
    grade Nullable(UInt8),
    kind Nullable(String),
    enrolment Nullable(UInt16)
) ENGINE = MergeTree ORDER BY (school, id);
