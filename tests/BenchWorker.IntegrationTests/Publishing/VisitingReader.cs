using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using BenchWorker.Site;
using BenchWorker.Tests;

namespace BenchWorker.IntegrationTests;

/// <summary>Somebody who visits the site again and again: opens the index, follows it to the board, and loads every figure, style and dated data file that
/// the page names. Each must be there, be what its name says, and be of the page's own state; and the board may not be older than the index said.</summary>
/// <param name="fetch">Null where there is no such file.</param>
internal sealed partial class VisitingReader(Func<string, Task<byte[]?>> fetch) : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private Task reading = Task.CompletedTask;

    public int Visits { get; private set; }

    /// <summary>State of the board at the last visit.</summary>
    public int Last { get; private set; }

    public List<string> Faults { get; } = [];

    public void Begin() => reading = Task.Run(async () =>
    {
        while (!stop.IsCancellationRequested)
            await VisitAsync();
    });

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await reading;
        stop.Dispose();
    }

    public async Task VisitAsync()
    {
        if (await fetch("index.html") is not { } index)
        {
            if (Visits > 0)
                Faults.Add("index.html is missing.");
            await Task.Delay(5);
            return;
        }

        int promised = State(index);
        if (await fetch("boards/one/index.html") is not { } page)
        {
            Faults.Add($"The index of state {promised} leads to a missing board.");
            return;
        }

        int state = State(page);
        if (state < promised)
            Faults.Add($"The index tells of state {promised}, the board is at {state}.");
        foreach (Match reference in Reference().Matches(Encoding.UTF8.GetString(page)))
            await LoadAsync(reference.Groups["path"].Value, state);
        Last = state;
        Visits++;
    }

    private async Task LoadAsync(string reference, int state)
    {
        string path = reference.StartsWith("../../", StringComparison.Ordinal) ? reference[6..] : "boards/one/" + reference;
        if (!HashedPath.Matches(path))
            return;
        if (await fetch(path) is not { } content)
        {
            Faults.Add($"The page of state {state} names {path}, which is missing.");
            return;
        }

        if (!path.Contains(Convert.ToHexStringLower(SHA256.HashData(content))[..HashedPath.Digits], StringComparison.Ordinal))
            Faults.Add($"{path} is not what its name says.");
        if (path.EndsWith(".svg", StringComparison.Ordinal) && path.Contains("/files/", StringComparison.Ordinal) && !Encoding.UTF8.GetString(content).Contains(PublishingProcess.Score(state).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
            Faults.Add($"The page of state {state} shows a figure of another: {path}.");
    }

    private static int State(byte[] page)
    {
        string text = Encoding.UTF8.GetString(page);
        DateTimeOffset at = DateTimeOffset.Parse(AsOf().Match(text).Groups["at"].Value, CultureInfo.InvariantCulture);
        return (int)(at - SampleReport.Noon).TotalMinutes;
    }

    [GeneratedRegex("(href|src|srcset)=\"(?<path>[^\"#:]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();

    [GeneratedRegex("<p[^>]*>Data as of <time datetime=\"(?<at>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AsOf();
}
