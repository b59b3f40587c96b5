-- Results: what was measured, on whom, in which run. Written by anyone, read by the worker.
-- Every key of a big table begins with benchmark_id, so that it can be distributed or partitioned by benchmark.

create table bench.benchmark (
    id integer generated always as identity,
    name text collate "C" not null,
    description text,
    created_at timestamp with time zone not null default now(),
    constraint pk_benchmark primary key (id),
    constraint ck_benchmark_name check (octet_length(name) between 1 and 1024 and btrim(name) <> '')
);
create unique index ix_benchmark_name on bench.benchmark (name);

create table bench.task (
    benchmark_id integer not null,
    id integer generated always as identity,
    name text collate "C" not null,
    "group" text collate "C",
    weight double precision not null default 1,
    description text,
    constraint pk_task primary key (benchmark_id, id),
    constraint fk_task_benchmark foreign key (benchmark_id) references bench.benchmark (id) on delete cascade,
    constraint ck_task_name check (octet_length(name) between 1 and 1024 and btrim(name) <> ''),
    constraint ck_task_weight check (weight >= 0 and weight < 'Infinity')
);
create unique index ix_task_name on bench.task (benchmark_id, name);

create table bench.metric (
    benchmark_id integer not null,
    id integer generated always as identity,
    name text collate "C" not null,
    unit text,
    higher_is_better boolean,
    min double precision,
    max double precision,
    chance double precision,
    description text,
    constraint pk_metric primary key (benchmark_id, id),
    constraint fk_metric_benchmark foreign key (benchmark_id) references bench.benchmark (id) on delete cascade,
    constraint ck_metric_name check (octet_length(name) between 1 and 1024 and btrim(name) <> ''),
    constraint ck_metric_finite check (min > '-Infinity' and min < 'Infinity' and max > '-Infinity' and max < 'Infinity' and chance > '-Infinity' and chance < 'Infinity'),
    constraint ck_metric_range check (min < max and chance >= min and chance <= max)
);
create unique index ix_metric_name on bench.metric (benchmark_id, name);

create table bench.model (
    id integer generated always as identity,
    name text collate "C" not null,
    details jsonb not null default '{}',
    constraint pk_model primary key (id),
    constraint ck_model_name check (octet_length(name) <= 1024),
    constraint ck_model_details check (jsonb_typeof(details) = 'object')
);
create unique index ix_model_name on bench.model (name);

create table bench.run (
    benchmark_id integer not null,
    id bigint generated always as identity,
    name text collate "C" not null,
    status text not null default 'finished',
    run_at timestamp with time zone,
    harness text,
    harness_version text,
    revision text,
    config jsonb not null default '{}',
    source text,
    fingerprint text collate "C",
    invalidated_at timestamp with time zone,
    invalidated_reason text,
    recorded_at timestamp with time zone not null default now(),
    constraint pk_run primary key (benchmark_id, id),
    constraint fk_run_benchmark foreign key (benchmark_id) references bench.benchmark (id) on delete cascade,
    constraint ck_run_name check (octet_length(name) between 1 and 1024 and btrim(name) <> ''),
    constraint ck_run_status check (status in ('running', 'finished', 'failed')),
    constraint ck_run_config check (jsonb_typeof(config) = 'object'),
    constraint ck_run_fingerprint check (octet_length(fingerprint) between 1 and 200),
    constraint ck_run_invalidated check ((invalidated_at is null) = (invalidated_reason is null) and btrim(invalidated_reason) <> '')
);
create unique index ix_run_name on bench.run (benchmark_id, name);
create unique index ix_run_fingerprint on bench.run (benchmark_id, fingerprint);

create table bench.score (
    benchmark_id integer not null,
    run_id bigint not null,
    task_id integer not null,
    metric_id integer not null,
    model_id integer not null,
    subset text collate "C" not null default '',
    dimensions jsonb not null default '{}',
    dimensions_key uuid not null generated always as (md5(dimensions::text)::uuid) stored,
    value double precision,
    missing text,
    stderr double precision,
    n bigint,
    recorded_at timestamp with time zone not null default now(),
    constraint pk_score primary key (benchmark_id, run_id, task_id, metric_id, model_id, subset, dimensions_key),
    constraint ck_score_subset check (octet_length(subset) <= 1024),
    constraint ck_score_dimensions check (jsonb_typeof(dimensions) = 'object'),
    constraint ck_score_value check (value > '-Infinity' and value < 'Infinity'),
    constraint ck_score_missing check ((value is null) = (missing is not null) and missing in ('not_run', 'failed', 'non_finite', 'not_applicable')),
    constraint ck_score_stderr check (stderr >= 0 and stderr < 'Infinity'),
    constraint ck_score_n check (n >= 0)
);

create table bench.sample_score (
    benchmark_id integer not null,
    run_id bigint not null,
    task_id integer not null,
    metric_id integer not null,
    model_id integer not null,
    subset text collate "C" not null default '',
    sample_id text collate "C" not null,
    dimensions jsonb not null default '{}',
    dimensions_key uuid not null generated always as (md5(dimensions::text)::uuid) stored,
    value double precision,
    missing text,
    stderr double precision,
    n bigint,
    recorded_at timestamp with time zone not null default now(),
    constraint pk_sample_score primary key (benchmark_id, run_id, task_id, metric_id, model_id, subset, sample_id, dimensions_key),
    constraint ck_sample_score_subset check (octet_length(subset) <= 1024),
    constraint ck_sample_score_sample_id check (octet_length(sample_id) between 1 and 512),
    constraint ck_sample_score_dimensions check (jsonb_typeof(dimensions) = 'object'),
    constraint ck_sample_score_value check (value > '-Infinity' and value < 'Infinity'),
    constraint ck_sample_score_missing check ((value is null) = (missing is not null) and missing in ('not_run', 'failed', 'non_finite', 'not_applicable')),
    constraint ck_sample_score_stderr check (stderr >= 0 and stderr < 'Infinity'),
    constraint ck_sample_score_n check (n >= 0)
);

comment on schema bench is 'Evaluation results and the refreshes of the pages made from them. Owned by BenchWorker; see SCHEMA.md.';

comment on table bench.benchmark is 'What was measured, as a whole. A benchmark without a board file gets a default board.';
comment on column bench.benchmark.id is 'Given by the database.';
comment on column bench.benchmark.name is 'Unique, as people write it; 1 to 1024 bytes.';
comment on column bench.benchmark.description is 'One or two sentences for the page; null for none.';
comment on column bench.benchmark.created_at is 'When the row was written.';

comment on table bench.task is 'One part of a benchmark that gets its own score.';
comment on column bench.task.benchmark_id is 'The benchmark.';
comment on column bench.task.id is 'Given by the database.';
comment on column bench.task.name is 'Unique within the benchmark; 1 to 1024 bytes.';
comment on column bench.task.group is 'Tasks of one group are averaged together under grouped means; null for none.';
comment on column bench.task.weight is 'For weighted means; not negative.';
comment on column bench.task.description is 'One or two sentences for the page; null for none.';

comment on table bench.metric is 'What a value of a benchmark means.';
comment on column bench.metric.benchmark_id is 'The benchmark.';
comment on column bench.metric.id is 'Given by the database.';
comment on column bench.metric.name is 'Unique within the benchmark; 1 to 1024 bytes.';
comment on column bench.metric.unit is 'As printed after a value: %, s, USD; null for none.';
comment on column bench.metric.higher_is_better is 'Null when neither direction is better; such a metric is never ranked.';
comment on column bench.metric.min is 'Lowest possible value; null when there is none.';
comment on column bench.metric.max is 'Highest possible value; null when there is none.';
comment on column bench.metric.chance is 'Value of guessing, within the range; null when unknown.';
comment on column bench.metric.description is 'One or two sentences for the page; null for none.';

comment on table bench.model is 'Who was measured.';
comment on column bench.model.id is 'Given by the database.';
comment on column bench.model.name is 'Unique over all benchmarks; at most 1024 bytes, empty where results have no model.';
comment on column bench.model.details is 'What else is known of the model, as a JSON object.';

comment on table bench.run is 'One execution of a benchmark. Its rows belong together and are quarantined together.';
comment on column bench.run.benchmark_id is 'The benchmark.';
comment on column bench.run.id is 'Given by the database.';
comment on column bench.run.name is 'Unique within the benchmark; 1 to 1024 bytes.';
comment on column bench.run.status is 'running, finished or failed. Scores count whatever it says.';
comment on column bench.run.run_at is 'When the run ended; null when unknown.';
comment on column bench.run.harness is 'The program that evaluated: lm-eval, inspect, ...';
comment on column bench.run.harness_version is 'Version of the harness.';
comment on column bench.run.revision is 'Revision of the model or of the code that was measured.';
comment on column bench.run.config is 'Settings of the run, as a JSON object.';
comment on column bench.run.source is 'Where the rows came from: a file name, a URL.';
comment on column bench.run.fingerprint is 'Digest of the source, unique within the benchmark, so that one file is not imported twice; null for none.';
comment on column bench.run.invalidated_at is 'When the run was quarantined; null while it counts.';
comment on column bench.run.invalidated_reason is 'Why the run was quarantined; its rows stay, the boards forget them.';
comment on column bench.run.recorded_at is 'When the row was written.';

comment on table bench.score is 'One score of one model on one task, in one run. References are checked once a statement (see SCHEMA.md).';
comment on column bench.score.benchmark_id is 'The benchmark; first in every key.';
comment on column bench.score.run_id is 'The run, in bench.run.';
comment on column bench.score.task_id is 'The task, in bench.task.';
comment on column bench.score.metric_id is 'The metric, in bench.metric.';
comment on column bench.score.model_id is 'The model, in bench.model.';
comment on column bench.score.subset is 'Part of the task; empty for all of it.';
comment on column bench.score.dimensions is 'Every further column of the result as a JSON object of strings: {"language": "fr", "step": "1000"}.';
comment on column bench.score.dimensions_key is 'Digest of the dimensions, part of the key; computed by the database.';
comment on column bench.score.value is 'The score in the metric''s unit; finite, or null when missing.';
comment on column bench.score.missing is 'Why there is no value: not_run, failed, non_finite or not_applicable. Set exactly when value is null.';
comment on column bench.score.stderr is 'Standard error of the value; null when unknown.';
comment on column bench.score.n is 'How many samples the value is a mean of; null when unknown.';
comment on column bench.score.recorded_at is 'When the row was written.';

comment on table bench.sample_score is 'One score of one model on one sample of a task, in one run. References are checked once a statement (see SCHEMA.md).';
comment on column bench.sample_score.benchmark_id is 'The benchmark; first in every key.';
comment on column bench.sample_score.run_id is 'The run, in bench.run.';
comment on column bench.sample_score.task_id is 'The task, in bench.task.';
comment on column bench.sample_score.metric_id is 'The metric, in bench.metric.';
comment on column bench.sample_score.model_id is 'The model, in bench.model.';
comment on column bench.sample_score.subset is 'Part of the task; empty for all of it.';
comment on column bench.sample_score.sample_id is 'The sample within the task, the same for every model; 1 to 512 bytes.';
comment on column bench.sample_score.dimensions is 'Every further column of the result as a JSON object of strings.';
comment on column bench.sample_score.dimensions_key is 'Digest of the dimensions, part of the key; computed by the database.';
comment on column bench.sample_score.value is 'The score in the metric''s unit; finite, or null when missing.';
comment on column bench.sample_score.missing is 'Why there is no value: not_run, failed, non_finite or not_applicable. Set exactly when value is null.';
comment on column bench.sample_score.stderr is 'Standard error of the value; null when unknown.';
comment on column bench.sample_score.n is 'How many trials the value is a mean of; null when unknown.';
comment on column bench.sample_score.recorded_at is 'When the row was written.';
