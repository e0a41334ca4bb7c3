namespace ComplianceRules.Tests.HouseRules;

public sealed class SuppressionTests
{
    private static readonly string[] Culture = ["1304", "1305", "1307", "1310"];

    [Fact]
    public void Every_suppression_has_its_reason_and_none_is_of_culture() =>
        NoFaults.In(RepositoryFile.Ending(".cs", ".csproj", ".props", ".targets", ".editorconfig", ".globalconfig", ".ruleset").SelectMany(SuppressionGuard.Faults));

    [Fact]
    public void The_rules_of_culture_are_errors()
    {
        RepositoryFile settings = Assert.Single(RepositoryFile.Ending(".editorconfig"));
        Assert.All(Culture, code => Assert.Contains($"dotnet_diagnostic.CA{code}.severity = error", settings.Lines));
    }

    [Theory]
    [InlineData("A.cs", "#pragma warning disable CA1822", "silences a warning without a reason")]
    [InlineData("A.cs", "#pragma warning disable // all of it", "silences every warning")]
    [InlineData("A.cs", "#pragma warning disable CA" + "1305 // a reason", "silences a rule of culture")]
    [InlineData("A.cs", "[SuppressMessage(\"Globalization\", \"CA" + "1307\", Justification = \"a reason\")]", "silences a rule of culture")]
    [InlineData("A.cs", "    [SuppressMessage(\"Design\", \"CA1000\")]", "silences a warning without a reason")]
    [InlineData("A.csproj", "<No" + "Warn>CS1591</No" + "Warn>", "silences a warning for a whole project")]
    [InlineData(".editorconfig", "dotnet_diagnostic.CA" + "1310.severity = none", "weakens a rule of culture")]
    [InlineData("A.props", "<WarningsNotAsErrors>CA" + "1304</WarningsNotAsErrors>", "weakens a rule of culture")]
    public void Each_fault_is_seen(string path, string text, string expected) =>
        Assert.Contains(SuppressionGuard.Faults(new RepositoryFile(path, text)), fault => fault.EndsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("A.cs", "#pragma warning disable CA1822 // The interface of the tool wants an instance.")]
    [InlineData("A.cs", "// The interface of the tool wants an instance.\n#pragma warning disable CA1822")]
    [InlineData("A.cs", "[SuppressMessage(\"Design\", \"CA1000\", Justification = \"the name of the format\")]")]
    [InlineData(".editorconfig", "dotnet_diagnostic.CA1310.severity = error")]
    public void A_suppression_with_its_reason_passes(string path, string text) => Assert.Empty(SuppressionGuard.Faults(new RepositoryFile(path, text)));
}
