using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests;

public sealed class PublishingDocumentTests
{
    [Fact]
    public void Every_setting_of_targets_and_webhooks_has_its_row_and_no_other()
    {
        string[] documented = [.. Rows().SelectMany(static row => Regex.Matches(row.Split('|')[1], "`(?<key>[A-Za-z]+)`", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(static match => match.Groups["key"].Value))];

        documented.ShouldBe(Settings(typeof(TargetOptions)).Concat(Settings(typeof(WebhookOptions))), ignoreOrder: true);
    }

    private static IEnumerable<string> Rows() => File.ReadLines(Document()).Where(static line => line.StartsWith("| `", StringComparison.Ordinal) && !line.StartsWith("| `...", StringComparison.Ordinal));

    private static IEnumerable<string> Settings(Type options) => options
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(static property => property.SetMethod is not null || property.PropertyType != typeof(bool))
        .Select(static property => property.Name);

    private static string Document()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "BenchWorker.sln"))) at = at.Parent;
        return Path.Combine(at.ShouldNotBeNull().FullName, "src", "BenchWorker", "Publishing", "PUBLISHING.md");
    }
}
