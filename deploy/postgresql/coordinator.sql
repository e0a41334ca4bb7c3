-- Run on the coordinator, by a superuser, in the database that people ask:
--   psql -d facts -v ON_ERROR_STOP=1 -f coordinator.sql
-- Then name each node (add-node.sql), then make its tables those of all nodes; again whenever the tables of the nodes have changed:
--   psql -d facts -v ON_ERROR_STOP=1 -c "CALL facts.join_nodes()"

CREATE EXTENSION IF NOT EXISTS postgres_fdw SCHEMA public;

SELECT 'CREATE ROLE facts_loader LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'facts_loader') \gexec
SELECT 'CREATE ROLE facts_reader LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'facts_reader') \gexec
ALTER ROLE facts_reader SET default_transaction_read_only = on;

CREATE SCHEMA IF NOT EXISTS facts;
GRANT USAGE ON SCHEMA facts TO facts_loader, facts_reader;
SELECT format('ALTER DATABASE %I SET search_path = facts', current_database()) \gexec

-- Off by default: tables that are shared out alike are joined, and grouped by school, node by node.
SELECT format('ALTER DATABASE %I SET enable_partitionwise_join = on', current_database()) \gexec
SELECT format('ALTER DATABASE %I SET enable_partitionwise_aggregate = on', current_database()) \gexec

-- A table with a school is shared out by it, the table of schools by its id; any other stands on the first node.
CREATE OR REPLACE PROCEDURE facts.join_nodes() LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    nodes integer := (SELECT count(*) FROM pg_foreign_server WHERE srvname ~ '^node_[0-9]+$');
    name text;
    share_key text;
    unlike text;
BEGIN
    FOR node IN 0 .. nodes - 1 LOOP
        IF NOT EXISTS (SELECT FROM pg_foreign_server WHERE srvname = 'node_' || node) THEN
            RAISE EXCEPTION 'there are % nodes and none is node_%', nodes, node;
        END IF;
    END LOOP;
    FOR node IN 0 .. nodes - 1 LOOP
        EXECUTE format('DROP SCHEMA IF EXISTS node_%s CASCADE', node);
        EXECUTE format('CREATE SCHEMA node_%s', node);
        EXECUTE format('IMPORT FOREIGN SCHEMA facts FROM SERVER node_%s INTO node_%s', node, node);
    END LOOP;

    -- What is made anew here holds no rows: foreign tables, and tables that have lost their shares above.
    FOR name IN SELECT c.relname FROM pg_class AS c WHERE c.relnamespace = 'facts'::regnamespace AND c.relkind = 'p' AND NOT EXISTS (SELECT FROM pg_inherits AS i WHERE i.inhparent = c.oid) LOOP
        EXECUTE format('DROP TABLE facts.%I', name);
    END LOOP;
    FOR name IN SELECT relname FROM pg_class WHERE relnamespace = 'facts'::regnamespace AND relkind = 'f' LOOP
        EXECUTE format('DROP FOREIGN TABLE facts.%I', name);
    END LOOP;

    -- A table or column that only some nodes have would be seen in part; a school that is a number in one table and a text in another would lie on two nodes.
    SELECT string_agg(format('%s.%s', relname, attname), ', ' ORDER BY relname, attname) INTO unlike FROM (
        SELECT c.relname, a.attname FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
        WHERE c.relnamespace::regnamespace::text ~ '^node_[0-9]+$' AND c.relkind = 'f' AND a.attnum > 0
        GROUP BY c.relname, a.attname HAVING count(*) <> nodes OR count(DISTINCT (a.atttypid, a.atttypmod, a.attcollation)) > 1) AS one;
    IF unlike IS NOT NULL THEN
        RAISE EXCEPTION 'not all nodes have these columns alike: %', unlike;
    END IF;
    SELECT string_agg(c.relname, ', ' ORDER BY c.relname) INTO unlike
    FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'school' AND c.relname <> 'school'
    WHERE c.relnamespace = 'node_0'::regnamespace AND (a.atttypid, a.attcollation) IS DISTINCT FROM
        (SELECT (s.atttypid, s.attcollation) FROM pg_attribute AS s WHERE s.attrelid = to_regclass('node_0.school') AND s.attname = 'id');
    IF unlike IS NOT NULL THEN
        RAISE EXCEPTION 'the school has another type or collation than school.id in: %', unlike;
    END IF;
    FOR name IN SELECT relname FROM pg_class WHERE relnamespace = 'node_0'::regnamespace AND relkind = 'f' ORDER BY relname LOOP
        SELECT a.attname INTO share_key FROM pg_attribute AS a
        WHERE a.attrelid = format('node_0.%I', name)::regclass AND a.attnum > 0 AND a.attname = CASE name WHEN 'school' THEN 'id' ELSE 'school' END;
        IF share_key IS NULL THEN
            EXECUTE format('ALTER FOREIGN TABLE node_0.%I SET SCHEMA facts', name);
            CONTINUE;
        END IF;
        EXECUTE format('CREATE TABLE facts.%I (LIKE node_0.%I) PARTITION BY HASH (%I)', name, name, share_key);
        FOR node IN 0 .. nodes - 1 LOOP
            EXECUTE format('ALTER TABLE facts.%I ATTACH PARTITION node_%s.%I FOR VALUES WITH (MODULUS %s, REMAINDER %s)', name, node, name, nodes, node);
        END LOOP;
    END LOOP;
    GRANT SELECT ON ALL TABLES IN SCHEMA facts TO facts_reader;
    GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA facts TO facts_loader;
END
$$;
