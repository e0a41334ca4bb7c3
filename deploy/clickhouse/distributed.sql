-- On every node, after tables.sql: the rows of all nodes. What is inserted here goes to the node of its school, so that classes lie beside their school.
CREATE DATABASE IF NOT EXISTS facts;

CREATE TABLE IF NOT EXISTS facts.snapshot AS facts_local.snapshot ENGINE = Distributed(schools, facts_local, snapshot, 0);

CREATE TABLE IF NOT EXISTS facts.school AS facts_local.school ENGINE = Distributed(schools, facts_local, school, cityHash64(id));

CREATE TABLE IF NOT EXISTS facts.class AS facts_local.class ENGINE = Distributed(schools, facts_local, class, cityHash64(school));
