-- Run on each node, by a superuser, in the database that the facts are to stand in:
--   psql -d facts -v ON_ERROR_STOP=1 -f node.sql
-- Then make the tables (tables.sql), then say which share of the schools this node keeps:
--   psql -d facts -v ON_ERROR_STOP=1 -c "CALL facts.keep_share(0, 2)"      the first of two; on the second node (1, 2)

SELECT 'CREATE ROLE facts_loader LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'facts_loader') \gexec
SELECT 'CREATE ROLE facts_reader LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'facts_reader') \gexec
ALTER ROLE facts_reader SET default_transaction_read_only = on;

CREATE SCHEMA IF NOT EXISTS facts;
GRANT USAGE ON SCHEMA facts TO facts_loader, facts_reader;
SELECT format('ALTER DATABASE %I SET search_path = facts', current_database()) \gexec

-- Gives each table the one partition of this node, so that the node itself refuses the rows of schools that belong on another.
-- Tables without a school stand on the node with the number 0, and other nodes refuse their rows.
CREATE OR REPLACE PROCEDURE facts.keep_share(node integer, nodes integer) LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    name text;
    shared boolean;
BEGIN
    IF NOT (nodes > 0 AND node >= 0 AND node < nodes) THEN
        RAISE EXCEPTION 'there is no node % of %', node, nodes USING HINT = 'nodes are numbered from 0';
    END IF;
    FOR name, shared IN
        SELECT c.relname, p.partrelid IS NOT NULL
        FROM pg_class AS c LEFT JOIN pg_partitioned_table AS p ON p.partrelid = c.oid
        WHERE c.relnamespace = 'facts'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
          AND NOT EXISTS (SELECT FROM pg_inherits AS i WHERE i.inhparent = c.oid)
        ORDER BY c.relname
    LOOP
        IF shared THEN
            EXECUTE format('CREATE TABLE facts.%I PARTITION OF facts.%I FOR VALUES WITH (MODULUS %s, REMAINDER %s)', left(name, 57) || '_share', name, nodes, node);
        ELSIF node > 0 THEN
            EXECUTE format('ALTER TABLE facts.%I DROP CONSTRAINT IF EXISTS on_first_node', name);
            EXECUTE format('ALTER TABLE facts.%I ADD CONSTRAINT on_first_node CHECK (false)', name);
        END IF;
    END LOOP;
    GRANT SELECT ON ALL TABLES IN SCHEMA facts TO facts_reader;
    GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA facts TO facts_loader;
END
$$;
