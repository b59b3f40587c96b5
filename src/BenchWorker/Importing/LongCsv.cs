using System.Text.Unicode;
using BenchWorker.Analysis;
using CsvHelper;

namespace BenchWorker;

/// <summary>Reads results from CSV with the long columns, one line at a time.</summary>
internal sealed class LongCsv : IDisposable
{
    /// <summary>An unclosed quote would otherwise swallow the rest of the file.</summary>
    private const int LongestRecord = 1 << 20;

    private readonly CsvReader csv;
    private readonly LongColumns columns;
    private readonly string file;
    private readonly DimensionJson dimensions;
    private DimensionJson provenance = new([]);
    private readonly HashSet<string> sentinels;
    private readonly HashSet<double> sentinelNumbers;
    private readonly Func<int, string> cell;
    private CsvMalformedReason? malformed;

    /// <param name="file">For messages.</param>
    /// <exception cref="ImportException">The file is empty, or its header lacks a column.</exception>
    public LongCsv(string file, Stream stream, ImportOptions options)
    {
        this.file = file;
        csv = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = ',',
            MaxRecordSize = LongestRecord,
            TrackLineNumbers = true,
            PoolStrings = true,
            OnMalformedRecord = record => malformed = record.Reason,
        });
        string[] header = [.. Header()];
        columns = new(file, header, options);
        dimensions = new(columns.Dimensions);
        sentinels = new(options.Sentinels, StringComparer.Ordinal);
        sentinelNumbers = [.. options.Sentinels.Where(text => ResultText.Value(text, out _, out MissingReason? missing) is null && missing is null).Select(ParseNumber)];
        cell = csv.GetString;
    }

    public string[] DimensionNames => [.. columns.Dimensions.Select(column => column.Name)];

    /// <param name="telling">The dimensions that tell runs apart.</param>
    public IEnumerable<ImportedLine> Read(IReadOnlySet<string> telling)
    {
        provenance = new([.. columns.Dimensions.Where(column => telling.Contains(column.Name))]);
        while (Next())
        {
            ResultRow? row = null;
            string? wrong = BadText() ?? Ragged() ?? Row(out row);
            yield return new(csv.LineNumber, row, wrong);
        }
    }

    public void Dispose() => csv.Dispose();

    private IReadOnlyList<string> Header()
    {
        try
        {
            csv.ReadHeader();
        }
        catch (Exception e) when (e is CsvFormatException or InvalidDataException)
        {
            throw new ImportException($"{file} has no readable header: {e.Message}", e);
        }

        return csv.Headers.Count > 0 ? csv.Headers : throw new ImportException($"{file} is empty.");
    }

    private bool Next()
    {
        malformed = null;
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException e)
        {
            throw new ImportException($"{file}: a record after line {csv.LineNumber} is longer than 1 MiB; is a quote left open?", e);
        }
        catch (InvalidDataException e)
        {
            throw new ImportException($"{file} cannot be unpacked after line {csv.LineNumber}: {e.Message}", e);
        }
    }

    private string? Ragged() => csv.FieldCount == columns.Count ? null : $"{csv.FieldCount} cells under {columns.Count} headings";

    private string? BadText() => malformed switch
    {
        CsvMalformedReason.UnterminatedQuote => "a quote is left open",
        not null => "a quote stands where none may",
        null when !Utf8.IsValid(csv.RawRecord) => "it holds bytes that are not UTF-8",
        null when csv.RawRecord.Contains((byte)0) => "it holds a NUL character",
        null => null,
    };

    private string? Row(out ResultRow? row)
    {
        row = null;
        string benchmark = Text("benchmark"), task = Text("task"), metric = Text("metric"), model = Text("model"), subset = Text("subset"), run = Text("run"), sample = Text("sample_id");
        string? wrong = ResultText.Name("benchmark", benchmark, required: true) ?? ResultText.Name("task", task, required: true)
            ?? ResultText.Name("metric", metric, required: true) ?? ResultText.Name("model", model, required: false)
            ?? ResultText.Name("subset", subset, required: false) ?? ResultText.Name("run", run, required: false)
            ?? ResultText.Name("sample_id", sample, required: false, ResultText.LongestSampleId);
        string? badValue = Value(Text("value"), out double value, out MissingReason? missing);
        string? badError = ResultText.StandardError(Known("stderr"), out double? error);
        string? badCount = ResultText.Count(Known("n"), out long? count);
        string? badDirection = ResultText.HigherIsBetter(Text("higher_is_better"), out bool? higher);
        string? badTime = ResultText.Time(Text("run_at"), out DateTimeOffset? at);
        if ((wrong ?? badValue ?? badError ?? badCount ?? badDirection ?? badTime) is { } reason) return reason;
        row = new()
        {
            Benchmark = benchmark,
            Task = task,
            Subset = subset,
            Model = model,
            Metric = metric,
            HigherIsBetter = higher,
            Value = value,
            Missing = missing,
            StandardError = missing is null ? error : null,
            Count = count,
            RunAt = at,
            Run = string.IsNullOrWhiteSpace(run) ? null : run,
            SampleId = sample.Length == 0 ? null : sample,
            Dimensions = dimensions.Write(cell),
            Provenance = string.IsNullOrWhiteSpace(run) ? provenance.Write(cell) : "{}",
        };
        return null;
    }

    private string? Value(string text, out double value, out MissingReason? missing)
    {
        (value, missing) = (double.NaN, MissingReason.NotRun);
        if (sentinels.Contains(text)) return null;
        string? wrong = ResultText.Value(text, out value, out missing);
        if (sentinelNumbers.Contains(value)) (value, missing) = (double.NaN, MissingReason.NotRun);
        return wrong;
    }

    private string Text(string column) => columns.Place(column) is { } place ? csv.GetString(place) : columns.Default(column);

    private string Known(string column) => Text(column) is var text && sentinels.Contains(text) ? "" : text;

    private static double ParseNumber(string text)
    {
        _ = ResultText.Value(text, out double number, out _);
        return number;
    }
}
