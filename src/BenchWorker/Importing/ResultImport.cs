using Npgsql;

namespace BenchWorker;

/// <summary>Takes rows into the schema <c>bench</c>, all in one transaction: importing the same rows again changes nothing, and a bad file leaves nothing behind.</summary>
public sealed class ResultImport(NpgsqlDataSource database)
{
    /// <summary>Fewer rows are not worth the tenth of a second.</summary>
    private const int RowsToAnalyze = 10_000;

    /// <param name="source">Where the rows come from, as new runs remember it: a file's name.</param>
    /// <param name="lines">Enumerated once, while rows stream into the database.</param>
    /// <param name="read">Called now and then with the number of lines read.</param>
    public async Task<ImportReport> ImportAsync(string source, IEnumerable<ImportedLine> lines, ImportOptions options, Action<long> read, CancellationToken ct)
    {
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(ct);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(ct);
        var rejects = new Rejects();
        var stage = new Stage(connection, rejects);
        await stage.FillAsync(lines, read, ct);
        await NamesAsync(connection, source, ct);
        long turned = await TurnedAsync(connection, rejects, ct);

        long taken = 0, replaced = 0, rejectedBefore = rejects.Count;
        foreach ((bool samples, long staged) in ((bool, long)[])[(false, stage.Scores), (true, stage.Samples)])
        {
            if (staged == 0) continue;
            var merge = new StageMerge(connection, samples);
            int inserted = await merge.InsertAsync(ct);
            taken += inserted;
            if (inserted == staged) continue;
            if (options.Replace) replaced += await merge.ReplaceAsync(ct);
            await merge.RejectAsync(rejects, ct);
        }

        bool commit = rejects.Count == 0 || options.AllowRejects;
        if (commit && taken >= RowsToAnalyze) await AnalyzeAsync(connection, ct);
        if (commit) await transaction.CommitAsync(ct);
        else await transaction.RollbackAsync(ct);
        return new()
        {
            Committed = commit,
            Rows = stage.Lines,
            Taken = taken,
            Replaced = replaced,
            RejectedCount = rejects.Count,
            Skipped = stage.Scores + stage.Samples - turned - taken - replaced - (rejects.Count - rejectedBefore),
            Rejected = rejects.Told,
        };
    }

    /// <summary>Counts anew what the planner goes by: the server's own count comes a minute later, and a board may be read before.</summary>
    /// <remarks>Only an owner may; to others the server says so and goes on, and so it does where a table is being vacuumed.</remarks>
    private static async Task AnalyzeAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("analyze (skip_locked) bench.run, bench.score, bench.sample_score", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task NamesAsync(NpgsqlConnection connection, string source, CancellationToken ct)
    {
        // Sorting and hashing a million rows wants more than the server's default; this lasts until the transaction ends.
        await using var memory = new NpgsqlCommand("set local work_mem = '64MB'", connection);
        await memory.ExecuteNonQueryAsync(ct);
        foreach (string statement in SqlText.Read("Importing.Names.sql").Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
            if (statement.Contains("$1", StringComparison.Ordinal)) command.Parameters.Add(new() { Value = source });
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <returns>How many rows left the stage.</returns>
    private static async Task<long> TurnedAsync(NpgsqlConnection connection, Rejects rejects, CancellationToken ct)
    {
        long before = rejects.Count;
        await using var command = new NpgsqlCommand(SqlText.Read("Importing.Turned.sql"), connection) { CommandTimeout = 0 };
        await using NpgsqlDataReader rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct)) rejects.Add(rows.GetInt64(0), rows.GetString(1));
        return rejects.Count - before;
    }
}
