using System.Reflection;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class SettingsDocumentTests
{
    [Theory]
    [InlineData(typeof(WorkerOptions), WorkerOptions.Section)]
    [InlineData(typeof(ScheduleOptions), ScheduleOptions.Section)]
    [InlineData(typeof(TelemetryOptions), TelemetryOptions.Section)]
    [InlineData(typeof(BoardOptions), BoardOptions.Section)]
    [InlineData(typeof(QueryLimits), QueryLimits.Section)]
    [InlineData(typeof(FigureOptions), FigureOptions.Section)]
    [InlineData(typeof(LogOptions), LogOptions.Section)]
    [InlineData(typeof(SiteTarget), SiteTarget.Section)]
    [InlineData(typeof(PrivatePostgresOptions), PrivatePostgresOptions.Section)]
    public void Every_setting_of_a_section_has_its_row_and_no_other(Type options, string section)
    {
        string[] documented = [.. File.ReadLines(Document()).Where(line => line.StartsWith($"| {section}:", StringComparison.Ordinal)).Select(line => line.Split('|')[1].Trim()[(section.Length + 1)..]).Order(StringComparer.Ordinal)];

        documented.ShouldBe(options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    private static string Document()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "BenchWorker.sln"))) at = at.Parent;
        return Path.Combine(at.ShouldNotBeNull().FullName, "src", "BenchWorker", "Hosting", "SETTINGS.md");
    }
}
