-- Cells: what the samples of one group sum up to, kept in step with them, so that a refresh costs as much as what changed.
-- Sums are exact decimals: neither the order of rows nor parallel workers can change a digit.

create table bench.cell (
    benchmark_id integer not null,
    run_id bigint not null,
    task_id integer not null,
    metric_id integer not null,
    model_id integer not null,
    subset text collate "C" not null,
    n bigint not null,
    bad bigint not null,
    missing text,
    total numeric not null,
    squares numeric not null,
    lowest double precision,
    highest double precision,
    recorded_at timestamp with time zone not null,
    clusters bigint not null,
    cluster_squares numeric not null,
    cluster_products numeric not null,
    cluster_sizes bigint not null,
    constraint pk_cell primary key (benchmark_id, run_id, task_id, metric_id, model_id, subset),
    constraint fk_cell_benchmark foreign key (benchmark_id) references bench.benchmark (id) on delete cascade
) with (fillfactor = 70);

-- Append-only, like bench.dirty, and with no key: a mark may come twice.
create table bench.dirty_cell (
    benchmark_id integer not null,
    run_id bigint,
    task_id integer,
    metric_id integer,
    model_id integer
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_threshold = -1);
create index ix_dirty_cell_benchmark on bench.dirty_cell (benchmark_id);

-- Runs, tasks and models come together: taken for independent, their groups were thought to be too many to be hashed in memory.
create statistics bench.sample_score_groups (ndistinct) on run_id, task_id, model_id from bench.sample_score;
comment on statistics bench.sample_score_groups is 'How many groups the samples have, for the plans that sum them.';

comment on table bench.cell is 'Sums over the samples of one run, task, metric, model and subset. Written by the workers alone.';
comment on column bench.cell.benchmark_id is 'The benchmark; first in every key.';
comment on column bench.cell.run_id is 'The run.';
comment on column bench.cell.task_id is 'The task.';
comment on column bench.cell.metric_id is 'The metric.';
comment on column bench.cell.model_id is 'The model.';
comment on column bench.cell.subset is 'Part of the task; empty for all of it.';
comment on column bench.cell.n is 'Samples with a value.';
comment on column bench.cell.bad is 'Samples without one; never averaged.';
comment on column bench.cell.missing is 'Why, when no sample has a value; null when one has.';
comment on column bench.cell.total is 'Exact sum of the values, each to 15 significant digits.';
comment on column bench.cell.squares is 'Exact sum of their squares.';
comment on column bench.cell.lowest is 'Lowest value; null when there is none.';
comment on column bench.cell.highest is 'Highest value; null when there is none.';
comment on column bench.cell.recorded_at is 'When the newest of the samples was written.';
comment on column bench.cell.clusters is 'Clusters of the samples with a value: those that share the dimension cluster, and each other sample; 0 when none names a cluster.';
comment on column bench.cell.cluster_squares is 'Exact sum over clusters of the squared sum of values.';
comment on column bench.cell.cluster_products is 'Exact sum over clusters of the sum of values times their count.';
comment on column bench.cell.cluster_sizes is 'Sum over clusters of the squared count of values.';

comment on table bench.dirty_cell is 'Groups of samples that changed since their cells were computed. Written by triggers in the transaction of the change itself.';
comment on column bench.dirty_cell.benchmark_id is 'The benchmark.';
comment on column bench.dirty_cell.run_id is 'The run; null, like the columns after it, when all cells of the benchmark are to be computed again.';
comment on column bench.dirty_cell.task_id is 'The task.';
comment on column bench.dirty_cell.metric_id is 'The metric.';
comment on column bench.dirty_cell.model_id is 'The model.';
