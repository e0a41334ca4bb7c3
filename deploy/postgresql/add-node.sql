-- Run on the coordinator, by a superuser, once for each node:
--   psql -d facts -v ON_ERROR_STOP=1 -v number=0 -v host=db0.example -v port=5432 -v dbname=facts -f add-node.sql
-- No password stands here or in the catalogue: the coordinator's server shows the nodes a client certificate, or its password file (~/.pgpass of the user that it runs as).

-- The nodes are asked what a plan costs them, and a row that crosses the network costs more than one that is counted where it lies: so the nodes join and count.
CREATE SERVER node_:number FOREIGN DATA WRAPPER postgres_fdw
    OPTIONS (host :'host', port :'port', dbname :'dbname', fdw_tuple_cost '1', use_remote_estimate 'true', fetch_size '10000', batch_size '1000', async_capable 'true');
CREATE USER MAPPING FOR facts_reader SERVER node_:number OPTIONS (user 'facts_reader', password_required 'false');
CREATE USER MAPPING FOR facts_loader SERVER node_:number OPTIONS (user 'facts_loader', password_required 'false');
CREATE USER MAPPING FOR CURRENT_USER SERVER node_:number;
