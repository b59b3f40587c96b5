using BenchWorker.Site;
using Npgsql;

namespace BenchWorker;

/// <summary>Brings the stored sums over samples up to date before a board reads them; the work is proportional to what changed.</summary>
internal sealed class CellFold(NpgsqlDataSource database)
{
    /// <exception cref="PostgresException">BW001: a newer claim holds the board; nothing was folded.</exception>
    public async Task FoldAsync(Board board, Claim claim, CancellationToken ct)
    {
        if (board.Source is not BoardSource.Benchmark { Samples: false } source)
            return;
        await using NpgsqlCommand fold = database.CreateCommand("select bench.fold($1, $2, $3)");
        fold.Parameters.Add(new NpgsqlParameter<string> { TypedValue = claim.Board });
        fold.Parameters.Add(new NpgsqlParameter<long> { TypedValue = claim.Token });
        fold.Parameters.Add(new NpgsqlParameter<string> { TypedValue = source.Name });
        // The first fold of a large table takes as long as it takes; the heartbeat says that it goes on.
        fold.CommandTimeout = 0;
        await fold.ExecuteScalarAsync(ct);
    }

    /// <summary>Has every cell of the boards' benchmarks computed from its samples by their next refresh. Boards with a query of their own keep none.</summary>
    public async Task MarkAllAsync(IEnumerable<Board> boards, CancellationToken ct)
    {
        await using NpgsqlCommand mark = database.CreateCommand("select bench.recompute(name) from unnest($1) name");
        mark.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. boards.Select(static board => board.Source).OfType<BoardSource.Benchmark>().Select(static source => source.Name).Distinct(StringComparer.Ordinal)] });
        await mark.ExecuteNonQueryAsync(ct);
    }
}
