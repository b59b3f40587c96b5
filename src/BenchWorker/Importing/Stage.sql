-- Rows of one import, with the names numbered as the program met them. All of it goes with the transaction.
create temp table stage (
    line bigint not null, benchmark integer not null, task integer not null, metric integer not null, model integer not null, run integer not null,
    subset text collate "C" not null, sample_id text collate "C", dimensions jsonb not null,
    value double precision, missing text, stderr double precision, n bigint) on commit drop;
create temp table stage_benchmark (i integer, name text collate "C") on commit drop;
create temp table stage_model (i integer, name text collate "C") on commit drop;
create temp table stage_task (i integer, benchmark integer, name text collate "C") on commit drop;
create temp table stage_metric (i integer, benchmark integer, name text collate "C", higher_is_better boolean) on commit drop;
create temp table stage_run (i integer, benchmark integer, name text collate "C", model text collate "C", run_at timestamp with time zone, provenance jsonb) on commit drop;
