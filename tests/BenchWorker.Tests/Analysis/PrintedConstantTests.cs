using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using BenchWorker.Analysis;
using Shouldly;
using Xunit;

namespace BenchWorker.Tests.Analysis;

/// <summary>The constants that the glossary prints are those that the code computes with.</summary>
public sealed partial class PrintedConstantTests
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly IReadOnlyList<FieldInfo> InCode =
    [
        .. typeof(Ranker).Assembly.GetTypes().Where(type => type.Namespace == typeof(Ranker).Namespace)
            .SelectMany(type => type.GetFields(Any)).Where(field => field.IsLiteral && !field.DeclaringType!.IsEnum),
    ];

    private static readonly IReadOnlyDictionary<string, string> Printed = Row()
        .Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", "BenchWorker.Analysis", "README.md")))
        .ToDictionary(row => row.Groups["name"].Value, row => row.Groups["value"].Value, StringComparer.Ordinal);

    private static readonly Lazy<string> FindingSource = new(() => string.Concat(Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src", "BenchWorker.Analysis", "Findings"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)));

    public static TheoryData<string> Names => [.. Printed.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_printed_constant_is_the_one_in_the_code(string name)
    {
        FieldInfo field = InCode.Where(field => Name(field) == name).ShouldHaveSingleItem();

        Printed[name].ShouldBe(Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_public_constant_of_the_statistics_is_printed()
    {
        IEnumerable<string> open = InCode.Where(field => field.IsPublic && !IsOfFindings(field)).Select(Name);

        open.Except(Printed.Keys, StringComparer.Ordinal).ShouldBeEmpty();
    }

    /// <summary>Thresholds of sentences are printed beside the sentences, not here.</summary>
    private static bool IsOfFindings(FieldInfo field) => Regex.IsMatch(FindingSource.Value, $@"(class|record|record struct) {field.DeclaringType!.Name}\b");

    private static string Name(FieldInfo field) => $"{field.DeclaringType!.Name}.{field.Name}";

    [GeneratedRegex(@"^\| (?<name>[A-Z]\w+\.[A-Z]\w+) \| (?<value>\S+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
