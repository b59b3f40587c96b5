-- Distributes the results over the nodes of a Citus cluster, by benchmark. Run once on the coordinator as the owner of the schema bench, while
-- workers and writers are stopped, after `create extension citus`, `benchworker migrate` and deploy/grants.sql:
--   psql --single-transaction -v ON_ERROR_STOP=1 -f deploy/citus.sql "$DATABASE_URL"
--
-- Distributed and co-located by benchmark_id, which is first in every key: bench.score, bench.sample_score, bench.cell. Every aggregate of the worker
-- groups by benchmark_id first, so each node computes the cells of its own shards and sends only them.
--
-- Local on the coordinator: the names (benchmark, task, metric, model, run), which are small, have integer identities, which Citus does not distribute,
-- and keep the triggers that mark a change; and everything that controls the worker (board, work, site, publication, refresh_request, dirty, dirty_cell,
-- watch), because Citus takes `for update skip locked` on a single shard only.
--
-- What changes for writers: a distributed table has no statement triggers, so rows of score and sample_score are no longer marked by themselves, and
-- their references are no longer checked. Who writes them says so in the same transaction, after the rows:
--   select bench.mark_benchmark('arithmetic');
-- A row that nobody marked is found by the nightly sweep where it is a sample, and by the scheduled refresh where it is a score.

do $$
declare
    t record;
begin
    for t in select tgname, tgrelid::regclass as relation from pg_trigger
             where not tgisinternal and tgrelid in ('bench.score'::regclass, 'bench.sample_score'::regclass, 'bench.cell'::regclass) loop
        execute format('drop trigger %I on %s', t.tgname, t.relation);
    end loop;
end $$;

-- The names stay on the coordinator, and a shard cannot refer to them.
alter table bench.cell drop constraint if exists fk_cell_benchmark;

create or replace function bench.mark_benchmark(benchmark text) returns void language plpgsql security definer set search_path = pg_catalog, bench as $$
declare
    b integer;
begin
    select x.id into b from bench.benchmark x where x.name = mark_benchmark.benchmark;
    if b is null then
        raise no_data_found using message = format('There is no benchmark %L.', mark_benchmark.benchmark);
    end if;
    insert into bench.dirty_cell (benchmark_id) values (b);
    insert into bench.dirty (benchmark_id) values (b);
end $$;
revoke execute on function bench.mark_benchmark(text) from public;
comment on function bench.mark_benchmark is 'Says that results of a benchmark changed. Call it in the transaction of the change.';

do $$
begin
    if exists (select from pg_roles where rolname = 'bench_writer') then
        grant execute on function bench.mark_benchmark(text) to bench_writer;
    end if;
end $$;

select create_distributed_table('bench.score', 'benchmark_id');
select create_distributed_table('bench.sample_score', 'benchmark_id', colocate_with => 'bench.score');
select create_distributed_table('bench.cell', 'benchmark_id', colocate_with => 'bench.score');
