using System.Reflection;
using ComplianceRules.Tests.Golden;
using ComplianceRules.Tests.HouseRules;

namespace ComplianceRules.Tests.PublicApi;

public sealed class PublicApiTests
{
    [Theory]
    [InlineData("ComplianceRules")]
    [InlineData("ComplianceRules.Packs.China")]
    [InlineData("ComplianceRules.PostgreSql")]
    [InlineData("ComplianceRules.Spreadsheets")]
    [InlineData("ComplianceRules.Sql")]
    public void The_public_members_are_those_that_were_approved(string assembly) =>
        ApprovedFile.Match($"tests/ComplianceRules.Tests/PublicApi/{assembly}.approved.txt", Read(assembly));

    [Fact]
    public void Two_readings_of_one_assembly_are_equal() =>
        Assert.Equal(Read("ComplianceRules"), Read("ComplianceRules"));

    [Fact]
    public void Types_members_and_nullability_are_written_and_what_is_hidden_is_not()
    {
        const string Code = """
            namespace Made;
            public sealed record Rule(string Id, string? Note) { internal int Hidden => 0; public const int Most = 3; public int Count(List<string?> names, bool all = true) => 0; }
            public interface IOne<in T> where T : class { void Do(T thing); }
            public enum Verdict { Unknown = 0, Kept = 2 }
            public abstract class Base : IDisposable { protected Base() { } public abstract void Dispose(); private int _x; public int X { get => _x; protected set => _x = value; } }
            internal sealed class Inner { public int Seen => 1; }
            """;
        const string Expected = """
            abstract class Made.Base : IDisposable
                protected Base()
                public abstract void Dispose()
                public int X { get; protected set; }
            interface Made.IOne<in T> where T : class
                void Do(T thing)
            sealed record Made.Rule : IEquatable<Rule>
                public Rule(string Id, string? Note)
                public const int Most = 3
                public int Count(List<string?> names, bool all = true)
                public string Id { get; init; }
                public string? Note { get; init; }
            enum Made.Verdict
                Kept = 2
                Unknown = 0

            """;
        using MemoryStream made = new();
        Assert.True(SourceCompilation.Compile(SourceFiles.Parse("Made.cs", Code)).Emit(made).Success);
        made.Position = 0;
        string text = PublicApiText.Of("Source", made);
        Assert.Equal(Expected, text);
    }

    private static string Read(string assembly)
    {
        using FileStream file = File.OpenRead(Assembly.Load(assembly).Location);
        return PublicApiText.Of(assembly, file);
    }
}
