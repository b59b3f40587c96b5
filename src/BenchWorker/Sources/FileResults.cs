using System.Globalization;
using System.IO.Compression;
using BenchWorker.Analysis;
using BenchWorker.Site;

namespace BenchWorker;

/// <summary>Results out of one file, for boards drawn without a database.</summary>
public sealed class FileResults
{
    /// <summary>Bad rows that a message tells one by one.</summary>
    private const int RejectsTold = 10;

    private readonly string file;
    private readonly IReadOnlyList<Result> results;

    private FileResults(string file, IReadOnlyList<Result> results) => (this.file, this.results) = (file, results);

    /// <summary>Names of the benchmarks in the file, in ordinal order.</summary>
    public IReadOnlyList<string> Benchmarks => [.. results.Select(static row => row.Benchmark).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <param name="path">Long CSV, plain or gzipped.</param>
    /// <param name="options">Whether bad rows are left out, and what stands for "missing".</param>
    /// <exception cref="ImportException">The file cannot be read, has not the columns, or holds bad rows.</exception>
    public static FileResults Read(string path, ImportOptions options)
    {
        string name = Path.GetFileName(path);
        using FileStream stream = CsvImport.Open(path);
        using Stream text = CsvImport.IsGzip(stream) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using LongCsv csv = new(name, text, options);
        DimensionPool dimensions = new();
        List<Result> read = [];
        Rejects rejects = new();
        foreach (ImportedLine line in csv.Read(new HashSet<string>(StringComparer.Ordinal)))
        {
            if (line.Row is { } row)
                read.Add(ResultOf(row, dimensions));
            else
                rejects.Add(line.Line, line.Wrong ?? "");
        }

        return rejects.Count == 0 || options.AllowRejects ? new FileResults(name, read) : throw new ImportException(Told(name, rejects, read.Count));
    }

    /// <summary>What a board is made of. For a board with a query the whole file stands in for the query's answer.</summary>
    /// <exception cref="ResultSourceException">The file has no row of the board's benchmark.</exception>
    public ResultSnapshot For(Board board)
    {
        IReadOnlyList<Result> rows = board.Source is BoardSource.Benchmark { Name: var benchmark } ? Of(board.Slug, benchmark) : results;
        rows = Wanted(board.Source, rows);
        return new ResultSnapshot([.. rows.Select(row => board.Source.Sentinels.Contains(row.Value) ? row with { Value = double.NaN, Missing = MissingReason.NotRun } : row)], rows.Max(static row => row.RunAt));
    }

    private IReadOnlyList<Result> Of(string slug, string benchmark)
    {
        Result[] rows = [.. results.Where(row => row.Benchmark == benchmark)];
        return rows.Length > 0
            ? rows
            : throw new ResultSourceException($"Board {slug}: {file} has no row of benchmark \"{benchmark}\"; it has {(results.Count == 0 ? "no rows" : string.Join(", ", Benchmarks.Select(static name => $"\"{name}\"")))}.");
    }

    /// <summary>A board that wants samples gets those there are; any other gets the scores, and samples where there is no score.</summary>
    private static IReadOnlyList<Result> Wanted(BoardSource source, IReadOnlyList<Result> rows)
    {
        bool samples = source is BoardSource.Benchmark { Samples: true } or BoardSource.Query { Samples: true };
        return samples && rows.Any(static row => row.SampleId is not null) ? [.. rows.Where(static row => row.SampleId is not null)] : rows;
    }

    private static Result ResultOf(ResultRow row, DimensionPool dimensions) => new()
    {
        Benchmark = row.Benchmark,
        Task = row.Task,
        Subset = row.Subset.Length == 0 ? null : row.Subset,
        Model = row.Model,
        Metric = row.Metric,
        Direction = row.HigherIsBetter switch { true => Direction.HigherIsBetter, false => Direction.LowerIsBetter, null => Direction.Unknown },
        Value = row.Value,
        Missing = row.Missing,
        StandardError = row.StandardError,
        SampleCount = row.Count,
        RunAt = row.RunAt,
        Run = row.Run,
        SampleId = row.SampleId,
        Dimensions = dimensions.Parse(row.Dimensions),
    };

    private static string Told(string name, Rejects rejects, int good)
    {
        IEnumerable<string> lines = rejects.Told.Take(RejectsTold).Select(row => string.Create(CultureInfo.InvariantCulture, $"{name}({row.Line}): {row.Reason}"));
        string more = rejects.Count > RejectsTold ? string.Create(CultureInfo.InvariantCulture, $"\n... and {rejects.Count - RejectsTold} more.") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{rejects.Count} of {rejects.Count + good} rows of {name} are bad, so nothing was drawn. Mend them, or leave them out with --allow-rejects.\n{string.Join('\n', lines)}{more}");
    }
}
