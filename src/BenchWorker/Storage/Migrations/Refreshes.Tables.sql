-- Refreshes: who wants which board, who works on it, what was published. Time is the database's alone.

create table bench.board (
    slug text collate "C" not null,
    title text not null,
    benchmark text collate "C",
    on_change boolean not null default true,
    debounce interval not null default '2 seconds',
    active boolean not null default true,
    declaration text collate "C",
    registered_at timestamp with time zone not null default now(),
    constraint pk_board primary key (slug),
    constraint ck_board_slug check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    constraint ck_board_debounce check (debounce >= '0')
);
create index ix_board_benchmark on bench.board (benchmark);

-- Half of each page stays free and no index covers the leases, so that heartbeats update in place.
create table bench.work (
    board text collate "C" not null,
    want bigint not null default 0,
    done bigint not null default 0,
    claimed bigint not null default 0,
    token bigint not null default 0,
    owner text,
    owner_lock bigint,
    lease_until timestamp with time zone,
    ready_at timestamp with time zone not null default '-infinity',
    attempts integer not null default 0,
    parked boolean not null default false,
    last_error text,
    last_done_at timestamp with time zone,
    constraint pk_work primary key (board),
    constraint fk_work_board foreign key (board) references bench.board (slug) on delete cascade,
    constraint ck_work_generations check (done >= 0 and claimed >= 0 and want >= done and want >= claimed),
    constraint ck_work_lease check ((owner is null) = (lease_until is null)),
    constraint ck_work_attempts check (attempts >= 0)
) with (fillfactor = 50);

create table bench.site (
    name text collate "C" not null,
    sequence bigint not null default 0,
    release text,
    token bigint not null default 0,
    board text collate "C",
    published_at timestamp with time zone,
    constraint pk_site primary key (name),
    constraint ck_site_name check (octet_length(name) between 1 and 200),
    constraint ck_site_sequence check (sequence >= 0)
);

create table bench.publication (
    id bigint generated always as identity,
    site text collate "C" not null,
    sequence bigint not null,
    board text collate "C" not null,
    token bigint not null,
    release text not null,
    changed boolean not null,
    files integer not null,
    data_as_of timestamp with time zone,
    published_at timestamp with time zone not null default clock_timestamp(),
    constraint pk_publication primary key (id),
    constraint ck_publication_files check (files >= 0)
);
create index ix_publication_board on bench.publication (board, id);

create table bench.refresh_request (
    id bigint generated always as identity,
    board text collate "C" not null,
    dedupe_key text collate "C",
    requested_by text not null default session_user,
    requested_at timestamp with time zone not null default clock_timestamp(),
    state text not null default 'pending',
    attempts integer not null default 0,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    error text,
    publication_id bigint,
    generation bigint,
    constraint pk_refresh_request primary key (id),
    constraint fk_refresh_request_publication foreign key (publication_id) references bench.publication (id) on delete set null,
    constraint ck_refresh_request_board check (octet_length(board) between 1 and 1024),
    constraint ck_refresh_request_dedupe_key check (octet_length(dedupe_key) between 1 and 200),
    constraint ck_refresh_request_state check (state in ('pending', 'accepted', 'running', 'done', 'failed', 'rejected')),
    constraint ck_refresh_request_attempts check (attempts >= 0),
    constraint ck_refresh_request_finished check ((finished_at is not null) = (state in ('done', 'failed', 'rejected')))
) with (fillfactor = 70);
create unique index ix_refresh_request_dedupe_key on bench.refresh_request (dedupe_key);
create index ix_refresh_request_publication on bench.refresh_request (publication_id);
create index ix_refresh_request_pending on bench.refresh_request (id) where state = 'pending';
create index ix_refresh_request_open on bench.refresh_request (board, generation) where state in ('accepted', 'running');

-- Append-only, so that writers never wait for one another. Vacuumed by count: the table is empty most of the time.
create table bench.dirty (
    id bigint generated always as identity,
    benchmark_id integer,
    board text collate "C",
    marked_at timestamp with time zone not null default clock_timestamp(),
    constraint pk_dirty primary key (id),
    constraint ck_dirty_target check (num_nonnulls(benchmark_id, board) = 1)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_threshold = -1);

comment on table bench.board is 'The boards that workers publish. Written by the workers from their board files.';
comment on column bench.board.slug is 'In URLs: lower-case letters, digits and hyphens, at most 63 characters.';
comment on column bench.board.title is 'As printed on the page.';
comment on column bench.board.benchmark is 'Name of the benchmark whose changes refresh the board; null when the board has its own query.';
comment on column bench.board.on_change is 'Whether changed results refresh the board; requests and schedules always do.';
comment on column bench.board.debounce is 'How long after the first change a refresh waits for more; later changes do not push it back.';
comment on column bench.board.active is 'False when no worker declares the board any more; requests for it are rejected.';
comment on column bench.board.declaration is 'Digest of the declaration and of the program that read it; a new one refreshes the board.';
comment on column bench.board.registered_at is 'When the declaration last changed.';

comment on table bench.work is 'One row a board: how many refreshes were wanted, how far they are done, and who holds the lease.';
comment on column bench.work.board is 'The board.';
comment on column bench.work.want is 'Grows with every request or change. The board is due while want > done.';
comment on column bench.work.done is 'The value of want that the last finished refresh had seen when it was claimed.';
comment on column bench.work.claimed is 'The value of want when the current or last claim was made.';
comment on column bench.work.token is 'Fencing token: grows with every claim; only its newest holder may publish.';
comment on column bench.work.owner is 'Who holds the lease; null when nobody does.';
comment on column bench.work.owner_lock is 'Advisory lock that the owner holds while it lives; null when it has none.';
comment on column bench.work.lease_until is 'Others may claim the board after this; null when nobody holds it.';
comment on column bench.work.ready_at is 'Not to be claimed before: debounce or back-off.';
comment on column bench.work.attempts is 'Claims since the last success, without those that failed for passing reasons.';
comment on column bench.work.parked is 'True after too many failures; a request or a change frees the board.';
comment on column bench.work.last_error is 'Why the last refresh failed; null when it did not.';
comment on column bench.work.last_done_at is 'When the last refresh succeeded; null before the first.';

comment on table bench.site is 'One row a published site: the release that readers should see. Publishers take turns on its row.';
comment on column bench.site.name is 'Key of the publisher.';
comment on column bench.site.sequence is 'Number of the current release, as the place itself counts.';
comment on column bench.site.release is 'Name of the current release; null before the first.';
comment on column bench.site.token is 'Fencing token under which it was published.';
comment on column bench.site.board is 'The board whose refresh published it.';
comment on column bench.site.published_at is 'When the release became current.';

comment on table bench.publication is 'One row a finished refresh and site.';
comment on column bench.publication.id is 'Given by the database.';
comment on column bench.publication.site is 'Key of the publisher.';
comment on column bench.publication.sequence is 'Number of the release that readers see after it.';
comment on column bench.publication.board is 'The board that was refreshed.';
comment on column bench.publication.token is 'Fencing token of the refresh.';
comment on column bench.publication.release is 'Name of the release that readers see after it.';
comment on column bench.publication.changed is 'False when the refresh produced what was there already.';
comment on column bench.publication.files is 'Files written.';
comment on column bench.publication.data_as_of is 'When the newest result on the board was written; null when it has none.';
comment on column bench.publication.published_at is 'When it was published.';

comment on table bench.refresh_request is 'The trigger table: insert into bench.refresh_request (board) values (''my-board''). The row then tells its fate.';
comment on column bench.refresh_request.id is 'Given by the database.';
comment on column bench.refresh_request.board is 'Slug of the board.';
comment on column bench.refresh_request.dedupe_key is 'A second request with the same key is refused; null for none. At most 200 bytes.';
comment on column bench.refresh_request.requested_by is 'The role that asked.';
comment on column bench.refresh_request.requested_at is 'When it asked.';
comment on column bench.refresh_request.state is 'pending (not seen), accepted (waits for its turn or for a retry), running, then done, failed or rejected.';
comment on column bench.refresh_request.attempts is 'How often a refresh that answers it was begun.';
comment on column bench.refresh_request.started_at is 'When the first such refresh began.';
comment on column bench.refresh_request.finished_at is 'When the request reached its last state.';
comment on column bench.refresh_request.error is 'Why it failed or was rejected; while accepted, why the last attempt failed.';
comment on column bench.refresh_request.publication_id is 'The publication that answered it.';
comment on column bench.refresh_request.generation is 'The value of bench.work.want that answers it.';

comment on table bench.dirty is 'What changed since the workers last looked. Written by triggers in the transaction of the change itself.';
comment on column bench.dirty.id is 'Given by the database.';
comment on column bench.dirty.benchmark_id is 'The benchmark that changed; null when a board is named.';
comment on column bench.dirty.board is 'The board whose own query sees changed rows; null when a benchmark is named.';
comment on column bench.dirty.marked_at is 'When the change was made.';

-- Quartz makes and keeps its own tables here.
create schema if not exists bench_quartz;
comment on schema bench_quartz is 'The schedule that replicas share. Written by Quartz alone.';
