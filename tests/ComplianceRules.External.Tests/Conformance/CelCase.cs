namespace ComplianceRules.External.Tests.Conformance;

/// <summary>One case of the public tests of CEL.</summary>
/// <param name="File">The file's name without its ending.</param>
/// <param name="Section">The section that it stands in.</param>
/// <param name="Test">What it says.</param>
internal sealed record CelCase(string File, string Section, ProtoMessage Test)
{
    /// <summary>What the table of expectations calls it.</summary>
    public string Name => $"{Section}/{Test.TextOf("name")}";

    /// <summary>The expression.</summary>
    public string Expression => Test.TextOf("expr");

    /// <summary>Whether CEL itself runs it without checking it first.</summary>
    public bool IsUnchecked => Test.TextOf("disable_check") == "true";

    /// <summary>Whether CEL gives an error instead of a value.</summary>
    public bool GivesError => Test["eval_error"] is not null;

    /// <summary>The value that CEL gives; null where it gives an error.</summary>
    public ProtoField? Expected => Test["value"]?.Message?.Fields.SingleOrDefault();

    /// <summary>The names that are bound, and to what.</summary>
    public IEnumerable<(string Name, ProtoField Value)> Bindings =>
        Test.All("bindings").Select(b => (b.TextOf("key"), b["value"]!.Message!["value"]!.Message!.Fields.Single()));
}
