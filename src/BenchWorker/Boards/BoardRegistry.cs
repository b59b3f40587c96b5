using BenchWorker.Site;
using Npgsql;
using NpgsqlTypes;

namespace BenchWorker;

/// <summary>Keeps the table <c>bench.board</c> in step with the declared boards and the benchmarks there are, so that marks and requests find them.</summary>
internal sealed class BoardRegistry(NpgsqlDataSource database, BoardCatalog catalog)
{
    /// <summary>A board that is new or was declared otherwise gets a refresh in the same statement.</summary>
    private const string Register =
        """
        with declared as (
            select * from unnest($1, $2, $3, $4, $5, $6) as d (slug, title, benchmark, on_change, debounce, declaration)),
        gone as (
            update bench.board b set active = false where b.active and b.slug <> all ($1)),
        changed as (
            insert into bench.board as b (slug, title, benchmark, on_change, debounce, declaration)
            select slug, title, benchmark, on_change, debounce, declaration from declared order by slug
            on conflict (slug) do update set
                title = excluded.title, benchmark = excluded.benchmark, on_change = excluded.on_change, debounce = excluded.debounce,
                declaration = excluded.declaration, active = true, registered_at = now()
            where (b.title, b.benchmark, b.on_change, b.debounce, b.declaration, b.active)
                is distinct from (excluded.title, excluded.benchmark, excluded.on_change, excluded.debounce, excluded.declaration, true)
            returning b.slug)
        insert into bench.work as w (board, want) select slug, 1 from changed order by slug
        on conflict (board) do update set want = w.want + 1, parked = false
        """;

    /// <summary>The names are sent only where they are others than those of before: a thousand each second would be work for nothing.</summary>
    private const string Names =
        """
        with known as materialized (select coalesce(array_agg(name order by name), '{}') as names from bench.benchmark)
        select md5(names::text), case when md5(names::text) <> $1 then names end from known
        """;

    private IReadOnlyList<Board>? declared;
    private (string Digest, IReadOnlyList<string> Names) benchmarks = ("", []);

    /// <summary>Declared and default boards by slug, in the order of the index.</summary>
    public IReadOnlyDictionary<string, Board> Boards { get; private set; } = new Dictionary<string, Board>(StringComparer.Ordinal);

    /// <summary>Cheap where nothing changed: one small query and no write.</summary>
    /// <param name="defaultDebounce">For boards that do not say.</param>
    public async Task SynchronizeAsync(TimeSpan defaultDebounce, CancellationToken ct)
    {
        IReadOnlyList<Board> files = catalog.Current();
        (string Digest, IReadOnlyList<string> Names) known = await BenchmarksAsync(benchmarks, ct);
        if (ReferenceEquals(files, declared) && known.Digest == benchmarks.Digest)
            return;
        IReadOnlyList<Board> boards = DefaultBoard.Complete(files, known.Names);
        await using NpgsqlCommand register = database.CreateCommand(Register);
        register.Parameters.Add(Texts([.. boards.Select(static board => board.Slug)]));
        register.Parameters.Add(Texts([.. boards.Select(static board => board.Title)]));
        register.Parameters.Add(Texts([.. boards.Select(static board => (board.Source as BoardSource.Benchmark)?.Name)]));
        register.Parameters.Add(new NpgsqlParameter<bool[]> { TypedValue = [.. boards.Select(static board => board.Refresh.OnChange)] });
        register.Parameters.Add(new NpgsqlParameter<TimeSpan[]> { TypedValue = [.. boards.Select(board => board.Refresh.Debounce ?? defaultDebounce)] });
        register.Parameters.Add(Texts([.. boards.Select(BoardDigest.Of)]));
        await register.ExecuteNonQueryAsync(ct);
        Boards = boards.ToDictionary(static board => board.Slug, StringComparer.Ordinal);
        (declared, benchmarks) = (files, known);
    }

    /// <summary>The boards there are, without a word to the database's tables.</summary>
    public async Task<IReadOnlyDictionary<string, Board>> DeclaredAsync(CancellationToken ct) =>
        DefaultBoard.Complete(catalog.Current(), (await BenchmarksAsync(("", []), ct)).Names).ToDictionary(static board => board.Slug, StringComparer.Ordinal);

    private static NpgsqlParameter Texts(string?[] values) => new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    /// <param name="before">What was known; its names are returned where its digest still holds.</param>
    private async Task<(string Digest, IReadOnlyList<string> Names)> BenchmarksAsync((string Digest, IReadOnlyList<string> Names) before, CancellationToken ct)
    {
        await using NpgsqlCommand command = database.CreateCommand(Names);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = before.Digest });
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (row.GetString(0), row.IsDBNull(1) ? before.Names : row.GetFieldValue<string[]>(1));
    }
}
