-- Makes what is new and looks up every id. In order of name, so that two imports at once wait for each other instead of dead-locking.
insert into bench.benchmark (name) select name from stage_benchmark order by name on conflict do nothing;
create temp table known_benchmark on commit drop as
    select s.i, b.id from stage_benchmark s join bench.benchmark b on b.name = s.name;

insert into bench.model (name) select name from stage_model order by name on conflict do nothing;
create temp table known_model on commit drop as
    select s.i, m.id from stage_model s join bench.model m on m.name = s.name;

insert into bench.task (benchmark_id, name)
    select b.id, s.name from stage_task s join known_benchmark b on b.i = s.benchmark order by b.id, s.name on conflict do nothing;
create temp table known_task on commit drop as
    select s.i, t.id from stage_task s join known_benchmark b on b.i = s.benchmark join bench.task t on t.benchmark_id = b.id and t.name = s.name;

insert into bench.metric (benchmark_id, name, higher_is_better)
    select b.id, s.name, s.higher_is_better from stage_metric s join known_benchmark b on b.i = s.benchmark order by b.id, s.name on conflict do nothing;
update bench.metric m set higher_is_better = s.higher_is_better
    from stage_metric s join known_benchmark b on b.i = s.benchmark
    where m.benchmark_id = b.id and m.name = s.name and m.higher_is_better is null and s.higher_is_better is not null;
create temp table known_metric on commit drop as
    select s.i, m.id, s.name, s.higher_is_better <> m.higher_is_better as turned
    from stage_metric s join known_benchmark b on b.i = s.benchmark join bench.metric m on m.benchmark_id = b.id and m.name = s.name;

update stage_run set name = bench.run_name(model, run_at, provenance) where name is null;
insert into bench.run (benchmark_id, name, run_at, source)
    select b.id, s.name, max(s.run_at), $1 from stage_run s join known_benchmark b on b.i = s.benchmark group by b.id, s.name order by b.id, s.name on conflict do nothing;
update bench.run r set run_at = s.run_at
    from (select b.id as benchmark_id, s.name, max(s.run_at) as run_at from stage_run s join known_benchmark b on b.i = s.benchmark group by b.id, s.name) s
    where r.benchmark_id = s.benchmark_id and r.name = s.name and s.run_at is not null and (r.run_at is null or r.run_at < s.run_at);
create temp table known_run on commit drop as
    select s.i, b.id as benchmark_id, r.id from stage_run s join known_benchmark b on b.i = s.benchmark join bench.run r on r.benchmark_id = b.id and r.name = s.name;

-- Without statistics the planner takes the stage for a handful of rows and joins it by loops.
analyze stage;
analyze known_benchmark, known_model, known_task, known_metric, known_run;
