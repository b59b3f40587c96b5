-- Three roles for the schema bench. Run as its owner, after `benchworker migrate`, and again after every upgrade:
--   psql -f deploy/grants.sql "$DATABASE_URL"
-- Then give them to people and programs:  grant bench_writer to my_evaluation_job;
--   bench_writer  adds results and asks for refreshes
--   bench_worker  runs `benchworker run` and `benchworker publish`
--   bench_reader  looks at everything

do $$
declare
    name text;
begin
    foreach name in array array['bench_writer', 'bench_worker', 'bench_reader'] loop
        begin
            execute format('create role %I nologin', name);
        exception when duplicate_object or unique_violation then
            null;
        end;
    end loop;
end $$;

revoke all on schema bench from public;
revoke execute on all functions in schema bench from public;
grant usage on schema bench to bench_writer, bench_worker, bench_reader;
grant select on all tables in schema bench to bench_writer, bench_worker, bench_reader;
grant execute on function bench.is_provenance(text), bench.run_name(text, timestamp with time zone, jsonb) to bench_writer, bench_worker, bench_reader;

-- Writers. References are checked and changes are marked by the schema's own triggers, which need no rights of the writer.
grant insert on bench.result to bench_writer;
grant insert, update, delete on bench.benchmark, bench.task, bench.metric, bench.model, bench.run, bench.score, bench.sample_score to bench_writer;
grant truncate on bench.score, bench.sample_score to bench_writer;
grant insert (board, dedupe_key) on bench.refresh_request to bench_writer;
grant execute on function bench.mark(text) to bench_writer;

-- Workers. They read results and never write them.
grant insert, update, delete on bench.board, bench.work, bench.site, bench.publication, bench.refresh_request, bench.dirty, bench.cell, bench.dirty_cell, bench.watch to bench_worker;
-- Quartz makes the tables of the shared schedule.
grant usage, create on schema bench_quartz to bench_worker;
grant execute on function
    bench.mark(text),
    bench.cells_of(integer),
    bench.sample_cells(text, double precision[]),
    bench.current_cells(integer, text, double precision[]),
    bench.fold(text, bigint, text),
    bench.recompute(text),
    bench.sweep(),
    bench.full_xid(xid, pg_snapshot),
    bench.intake(),
    bench.is_abandoned(timestamp with time zone, bigint),
    bench.claim(text, interval, bigint, integer),
    bench.heartbeat(text, bigint, interval),
    bench.complete(text, bigint, bigint, bigint),
    bench.fail(text, bigint, text, boolean, integer),
    bench.release(text, bigint),
    bench.take_turn(text, text, bigint),
    bench.publish(text, text, bigint, bigint, text, boolean, integer, timestamp with time zone)
to bench_worker;
