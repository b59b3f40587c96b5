-- References of the big tables. Foreign keys would check row by row and make a bulk import three times as slow (17 against 5 microseconds a row);
-- these triggers do the same once a statement, with the same locks.

create function bench.check_references() returns trigger language plpgsql security definer set search_path = pg_catalog, bench as $$
declare
    lost text;
begin
    select format('run %s of benchmark %s', k.id, k.benchmark_id) into lost
    from (select distinct benchmark_id, run_id as id from new_rows) k
    where not exists (select from bench.run r where r.benchmark_id = k.benchmark_id and r.id = k.id for key share) limit 1;
    if lost is null then
        select format('task %s of benchmark %s', k.id, k.benchmark_id) into lost
        from (select distinct benchmark_id, task_id as id from new_rows) k
        where not exists (select from bench.task r where r.benchmark_id = k.benchmark_id and r.id = k.id for key share) limit 1;
    end if;
    if lost is null then
        select format('metric %s of benchmark %s', k.id, k.benchmark_id) into lost
        from (select distinct benchmark_id, metric_id as id from new_rows) k
        where not exists (select from bench.metric r where r.benchmark_id = k.benchmark_id and r.id = k.id for key share) limit 1;
    end if;
    if lost is null then
        select format('model %s', k.id) into lost
        from (select distinct model_id as id from new_rows) k
        where not exists (select from bench.model r where r.id = k.id for key share) limit 1;
    end if;
    if lost is not null then
        raise foreign_key_violation using message = format('%s.%s refers to %s, which does not exist', tg_table_schema, tg_table_name, lost);
    end if;
    return null;
end $$;

create function bench.check_unreferenced() returns trigger language plpgsql security definer set search_path = pg_catalog, bench as $$
declare
    used boolean;
begin
    case tg_table_name
        when 'run' then
            select exists (select from old_rows o join bench.score s on s.benchmark_id = o.benchmark_id and s.run_id = o.id)
                or exists (select from old_rows o join bench.sample_score s on s.benchmark_id = o.benchmark_id and s.run_id = o.id) into used;
        when 'task' then
            select exists (select from old_rows o join bench.score s on s.benchmark_id = o.benchmark_id and s.task_id = o.id)
                or exists (select from old_rows o join bench.sample_score s on s.benchmark_id = o.benchmark_id and s.task_id = o.id) into used;
        when 'metric' then
            select exists (select from old_rows o join bench.score s on s.benchmark_id = o.benchmark_id and s.metric_id = o.id)
                or exists (select from old_rows o join bench.sample_score s on s.benchmark_id = o.benchmark_id and s.metric_id = o.id) into used;
        when 'model' then
            select exists (select from old_rows o join bench.score s on s.model_id = o.id)
                or exists (select from old_rows o join bench.sample_score s on s.model_id = o.id) into used;
    end case;
    if used then
        raise foreign_key_violation using message = format('%s.%s has scores; delete those first', tg_table_schema, tg_table_name);
    end if;
    return null;
end $$;

create trigger check_references_insert after insert on bench.score referencing new table as new_rows for each statement execute function bench.check_references();
create trigger check_references_update after update on bench.score referencing new table as new_rows for each statement execute function bench.check_references();
create trigger check_references_insert after insert on bench.sample_score referencing new table as new_rows for each statement execute function bench.check_references();
create trigger check_references_update after update on bench.sample_score referencing new table as new_rows for each statement execute function bench.check_references();
create trigger check_unreferenced after delete on bench.run referencing old table as old_rows for each statement execute function bench.check_unreferenced();
create trigger check_unreferenced after delete on bench.task referencing old table as old_rows for each statement execute function bench.check_unreferenced();
create trigger check_unreferenced after delete on bench.metric referencing old table as old_rows for each statement execute function bench.check_unreferenced();
create trigger check_unreferenced after delete on bench.model referencing old table as old_rows for each statement execute function bench.check_unreferenced();

-- Dimensions that tell one run from another, where results name no run.
create function bench.is_provenance(dimension text) returns boolean language sql immutable parallel safe as $$
    select dimension in ('revision', 'commit', 'sha', 'git_hash', 'harness', 'file', 'source', 'seed', 'date')
        or dimension ~ '_(version|revision|sha|commit)$' and dimension !~ '^(task|dataset)_' $$;

-- The name of the run that a result belongs to when it names none: the same model, time and provenance give the same run.
create function bench.run_name(model text, run_at timestamp with time zone, dimensions jsonb) returns text language sql immutable parallel safe as $$
    with parts as (
        select coalesce(nullif(btrim(model), ''), '(no model)')
            || coalesce(' @ ' || to_char(run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '')
            || coalesce(' ' || (select jsonb_object_agg(key, value)::text from jsonb_each(dimensions) where bench.is_provenance(key)), '') as name)
    select case when octet_length(name) <= 1024 then name else left(name, 200) || ' ' || md5(name) end from parts $$;

-- Results as rows of the long columns. The same columns can be inserted: one row does it all, and a row that is there already changes nothing.
create view bench.result as
select b.name as benchmark, t.name as task, nullif(s.subset, '') as subset, o.name as model, m.name as metric, m.higher_is_better,
       s.value, s.missing, s.stderr, s.n, r.run_at, r.name as run, s.sample_id, s.dimensions, r.invalidated_reason, s.recorded_at
from (select benchmark_id, run_id, task_id, metric_id, model_id, subset, null::text collate "C" as sample_id, dimensions, value, missing, stderr, n, recorded_at from bench.score
      union all
      select benchmark_id, run_id, task_id, metric_id, model_id, subset, sample_id, dimensions, value, missing, stderr, n, recorded_at from bench.sample_score) s
join bench.benchmark b on b.id = s.benchmark_id
join bench.task t on t.benchmark_id = s.benchmark_id and t.id = s.task_id
join bench.metric m on m.benchmark_id = s.benchmark_id and m.id = s.metric_id
join bench.run r on r.benchmark_id = s.benchmark_id and r.id = s.run_id
join bench.model o on o.id = s.model_id;

create function bench.insert_result() returns trigger language plpgsql security definer set search_path = pg_catalog, bench as $$
declare
    b integer;
    t integer;
    m integer;
    o integer;
    r bigint;
    known_direction boolean;
    dims jsonb := coalesce(new.dimensions, '{}');
    run_key text;
    stored double precision;
    found_value boolean;
begin
    if new.benchmark is null or new.task is null or new.metric is null then
        raise not_null_violation using message = 'A result needs benchmark, task and metric.';
    end if;
    new.model := coalesce(new.model, '');
    if new.value in ('NaN', 'Infinity', '-Infinity') then
        new.missing := coalesce(new.missing, 'non_finite');
        new.value := null;
    elsif new.value is null then
        new.missing := coalesce(new.missing, 'not_run');
    end if;
    run_key := coalesce(new.run, bench.run_name(new.model, new.run_at, dims));

    select id into b from bench.benchmark where name = new.benchmark;
    if b is null then
        insert into bench.benchmark (name) values (new.benchmark) on conflict do nothing;
        select id into b from bench.benchmark where name = new.benchmark;
    end if;
    select id into t from bench.task where benchmark_id = b and name = new.task;
    if t is null then
        insert into bench.task (benchmark_id, name) values (b, new.task) on conflict do nothing;
        select id into t from bench.task where benchmark_id = b and name = new.task;
    end if;
    select id into o from bench.model where name = new.model;
    if o is null then
        insert into bench.model (name) values (new.model) on conflict do nothing;
        select id into o from bench.model where name = new.model;
    end if;
    select id, higher_is_better into m, known_direction from bench.metric where benchmark_id = b and name = new.metric;
    if m is null then
        insert into bench.metric (benchmark_id, name, higher_is_better) values (b, new.metric, new.higher_is_better) on conflict do nothing;
        select id, higher_is_better into m, known_direction from bench.metric where benchmark_id = b and name = new.metric;
    end if;
    if known_direction is null and new.higher_is_better is not null then
        update bench.metric set higher_is_better = new.higher_is_better where benchmark_id = b and id = m;
    elsif known_direction <> new.higher_is_better then
        raise check_violation using message = format('Metric %L of benchmark %L is stored with the opposite direction.', new.metric, new.benchmark);
    end if;
    select id into r from bench.run where benchmark_id = b and name = run_key;
    if r is null then
        insert into bench.run (benchmark_id, name, run_at) values (b, run_key, new.run_at) on conflict do nothing;
        select id into r from bench.run where benchmark_id = b and name = run_key;
    else
        update bench.run set run_at = new.run_at where benchmark_id = b and id = r and (run_at is null or run_at < new.run_at) and new.run_at is not null;
    end if;

    if new.sample_id is null then
        insert into bench.score (benchmark_id, run_id, task_id, metric_id, model_id, subset, dimensions, value, missing, stderr, n)
        values (b, r, t, m, o, coalesce(new.subset, ''), dims, new.value, new.missing, new.stderr, new.n) on conflict do nothing;
        if found then return new; end if;
        select value, value is not distinct from new.value into stored, found_value from bench.score
        where (benchmark_id, run_id, task_id, metric_id, model_id, subset, dimensions_key) = (b, r, t, m, o, coalesce(new.subset, ''), md5(dims::text)::uuid);
    else
        insert into bench.sample_score (benchmark_id, run_id, task_id, metric_id, model_id, subset, sample_id, dimensions, value, missing, stderr, n)
        values (b, r, t, m, o, coalesce(new.subset, ''), new.sample_id, dims, new.value, new.missing, new.stderr, new.n) on conflict do nothing;
        if found then return new; end if;
        select value, value is not distinct from new.value into stored, found_value from bench.sample_score
        where (benchmark_id, run_id, task_id, metric_id, model_id, subset, sample_id, dimensions_key) = (b, r, t, m, o, coalesce(new.subset, ''), new.sample_id, md5(dims::text)::uuid);
    end if;
    if not found_value then
        raise unique_violation using message = format('The result is there already with the value %s, not %s: benchmark %L, task %L, model %L, metric %L, run %L.',
            coalesce(stored::text, 'missing'), coalesce(new.value::text, 'missing'), new.benchmark, new.task, new.model, new.metric, run_key);
    end if;
    return null;
end $$;
create trigger insert_result instead of insert on bench.result for each row execute function bench.insert_result();

comment on view bench.result is 'All results in the long columns, and the easiest way to write them: insert one row a result.';
comment on column bench.result.benchmark is 'What was measured; made when absent. Required.';
comment on column bench.result.task is 'Part of the benchmark; made when absent. Required.';
comment on column bench.result.subset is 'Part of the task; null for all of it.';
comment on column bench.result.model is 'Who was measured; made when absent. Null becomes empty.';
comment on column bench.result.metric is 'What the value means; made when absent. Required.';
comment on column bench.result.higher_is_better is 'Null where neither direction is better, or where it is known already.';
comment on column bench.result.value is 'The score. Null, NaN and infinities are stored as missing.';
comment on column bench.result.missing is 'Why there is no value: not_run, failed, non_finite or not_applicable.';
comment on column bench.result.stderr is 'Standard error of the value; null when unknown.';
comment on column bench.result.n is 'How many samples the value is a mean of; null when unknown.';
comment on column bench.result.run_at is 'When the run ended; null when unknown. A run keeps the latest time that its rows name.';
comment on column bench.result.run is 'Name of the run; made when absent. Null takes the run that model, run_at and provenance dimensions name.';
comment on column bench.result.sample_id is 'Set when the row is one sample''s score.';
comment on column bench.result.dimensions is 'Every further column as a JSON object of strings.';
comment on column bench.result.invalidated_reason is 'Why the run is quarantined; null while it counts. Not insertable.';
comment on column bench.result.recorded_at is 'When the row was written. Not insertable.';
