using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace BenchWorker;

/// <summary><c>benchworker import csv FILE...</c></summary>
internal static class ImportCommand
{
    /// <summary>Rejected rows that are told one by one; the others are counted.</summary>
    private const int RejectsShown = 20;

    public static Command Create()
    {
        Argument<string[]> files = new("file") { Description = "CSV files with the long result columns, plain or gzipped", Arity = ArgumentArity.OneOrMore };
        Option<bool> replace = new("--replace") { Description = "Rows that are stored with another value get the new one" };
        Command csv = new("csv", "Long CSV: columns benchmark, task, model, metric, higher_is_better, value, ...") { files, replace };
        ResultFileOptions options = new(csv, "Take the good rows of a file that also has bad ones");
        csv.SetAction((parsed, ct) => DatabaseCommand.RunAsync(
            parsed, (_, results) => RunAsync(results, parsed.GetRequiredValue(files), options.Read(parsed) with { Replace = parsed.GetValue(replace) }, ct), ct));
        return new Command("import", "Bring results into the database") { csv };
    }

    private static async Task<int> RunAsync(ResultsConnection results, string[] files, ImportOptions options, CancellationToken ct)
    {
        bool complete = true;
        foreach (string file in files)
            complete &= Report(file, await ImportAsync(results, file, options, ct));
        return complete ? ExitStatus.Done : ExitStatus.Failed;
    }

    /// <summary>Imports one file under a progress bar on standard error.</summary>
    public static Task<ImportReport> ImportAsync(ResultsConnection results, string file, ImportOptions options, CancellationToken ct) =>
        Terminal.Stderr.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(progress =>
        {
            ProgressTask task = progress.AddTask(Markup.Escape(Path.GetFileName(file)));
            return new CsvImport(results.Database).ImportAsync(file, options, new TaskProgress(task), ct);
        });

    private static bool Report(string file, ImportReport report)
    {
        foreach (RejectedRow row in report.Rejected.Take(RejectsShown))
            Terminal.Error(string.Create(CultureInfo.InvariantCulture, $"{file}({row.Line}): {row.Reason}"));
        if (report.RejectedCount > RejectsShown)
            Terminal.Error(string.Create(CultureInfo.InvariantCulture, $"... and {report.RejectedCount - RejectsShown} more rejected rows."));
        if (!report.Committed)
        {
            Terminal.Error(string.Create(CultureInfo.InvariantCulture, $"{file}: {report.RejectedCount} of {report.Rows} rows are bad, so nothing was taken. Mend them, or take the good ones with --allow-rejects."));
            return false;
        }

        string replaced = report.Replaced > 0 ? string.Create(CultureInfo.InvariantCulture, $", {report.Replaced} replaced") : "";
        Terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{file}: {report.Taken} taken, {report.Skipped} there already{replaced}, {report.RejectedCount} rejected of {report.Rows} rows"));
        return true;
    }

    private sealed class TaskProgress(ProgressTask task) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            task.MaxValue = value.TotalBytes ?? value.Bytes;
            task.Value = value.Bytes;
        }
    }
}
