-- An example of tables: names and columns are those of the format (docs/data-format.md, Tables); leave out and add columns as your packs ask.
-- Run on each node between node.sql and keep_share. Every table with a school is shared out by it, so that rows lie beside their school.

CREATE TABLE facts.region (code text COLLATE "C" PRIMARY KEY, name text);

CREATE TABLE facts.school (
    id text COLLATE "C" PRIMARY KEY,
    region text COLLATE "C",
    name text,
    school_type text,
    stages text,
    schooling_system text,
    boarding boolean,
    early_activities boolean,
    noon_rest boolean,
    phones_kept_centrally boolean,
    after_school_participation numeric,
    logistics_satisfaction numeric
) PARTITION BY HASH (id);

CREATE TABLE facts.class (
    school text COLLATE "C" REFERENCES facts.school (id),
    id text COLLATE "C",
    grade integer,
    stage text,
    enrolment integer,
    written_minutes integer,
    written_home_minutes integer,
    parents_asked_to_check boolean,
    parents_asked_to_mark boolean,
    lessons_start interval,
    activity_minutes integer,
    pe_lessons integer,
    mean_sleep_hours numeric,
    phones_in_class boolean,
    devices_without_permission boolean,
    lights_out interval,
    PRIMARY KEY (school, id)
) PARTITION BY HASH (school);
