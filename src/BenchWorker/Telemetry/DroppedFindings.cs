using System.Diagnostics.Metrics;
using BenchWorker.Analysis;
using BenchWorker.Site;
using Microsoft.Extensions.Logging;

namespace BenchWorker;

/// <summary>Counts and logs statements that the second code path did not confirm. They are not published; each one is a defect of this program.</summary>
internal sealed partial class DroppedFindings(ILogger<DroppedFindings> logger) : IDisposable
{
    private readonly Meter meter = new("BenchWorker");
    private Counter<long>? dropped;

    public void Record(BoardReport report)
    {
        dropped ??= meter.CreateCounter<long>("benchworker.findings.dropped", "{finding}", "Statements of summaries that failed verification and were left out");
        if (report.Summary is not { Dropped.Count: > 0, Table: { } table } summary)
            return;
        foreach (Finding finding in summary.Dropped)
        {
            dropped.Add(1, new KeyValuePair<string, object?>("board", report.Board.Slug), new KeyValuePair<string, object?>("kind", finding.Kind.Id));
            LogDropped(report.Board.Slug, finding.Kind.Id, finding.Sentence.Text(table), string.Join(", ", finding.Sentence.Numbers().Select(static number => $"{number.Value:R} of {number.Quantity}")));
        }
    }

    public void Dispose() => meter.Dispose();

    [LoggerMessage(Level = LogLevel.Error, Message = "Left a {Kind} statement out of {Board}, because it was not confirmed: {Text} Evidence: {Evidence}")]
    private partial void LogDropped(string board, string kind, string text, string evidence);
}
