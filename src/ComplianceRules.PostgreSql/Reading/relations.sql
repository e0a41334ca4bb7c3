-- The tables and views of one schema ($1; the first of the search path where it is null) with their columns; parts of a partitioned table are in the whole already.
WITH RECURSIVE plain (type, base) AS (
  SELECT oid, oid FROM pg_catalog.pg_type WHERE typtype <> 'd'
  UNION ALL
  SELECT domain.oid, plain.base FROM pg_catalog.pg_type domain JOIN plain ON domain.typbasetype = plain.type WHERE domain.typtype = 'd'
)
SELECT
  n.nspname::pg_catalog.text,
  c.relname::pg_catalog.text,
  c.reltuples::pg_catalog.float8,
  a.attname::pg_catalog.text,
  pg_catalog.format_type(a.atttypid, a.atttypmod),
  CASE WHEN t.typtype = 'e' THEN 'enum' ELSE t.typname::pg_catalog.text END,
  CASE WHEN t.typcategory <> 'A' THEN NULL WHEN e.typtype = 'e' THEN 'enum' ELSE e.typname::pg_catalog.text END
FROM pg_catalog.pg_namespace n
JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'v', 'm', 'f', 'p') AND NOT c.relispartition
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN plain ON plain.type = a.atttypid
LEFT JOIN pg_catalog.pg_type t ON t.oid = plain.base
LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND t.typelem <> 0
WHERE n.nspname = coalesce($1, pg_catalog.current_schema())
ORDER BY c.relname COLLATE "C", a.attnum
