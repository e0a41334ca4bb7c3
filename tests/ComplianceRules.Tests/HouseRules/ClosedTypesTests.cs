using System.Reflection;

namespace ComplianceRules.Tests.HouseRules;

public sealed class ClosedTypesTests
{
    private static readonly Assembly[] Shipped =
        [typeof(ComplianceRules.Engine.Plan).Assembly, Assembly.Load("ComplianceRules.PostgreSql"), Assembly.Load("ComplianceRules.Spreadsheets"), Assembly.Load("ComplianceRules.Sql"), Assembly.Load("compliance-rules")];

    private static readonly Type[] MadeUp = typeof(MadeUpTypes).GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic);

    [Fact]
    public void Every_class_is_sealed_abstract_or_static() => NoFaults.In(Shipped.SelectMany(assembly => ClosedTypesGuard.Open(ClosedTypesGuard.Written(assembly))));

    [Fact]
    public void No_property_that_others_see_can_be_set() => NoFaults.In(Shipped.SelectMany(assembly => ClosedTypesGuard.Setters(ClosedTypesGuard.Written(assembly))));

    [Fact]
    public void No_field_that_others_see_can_be_set() => NoFaults.In(Shipped.SelectMany(assembly => ClosedTypesGuard.Fields(ClosedTypesGuard.Written(assembly))));

    [Fact]
    public void Each_shipped_assembly_is_examined() => Assert.All(Shipped, assembly => Assert.NotEmpty(assembly.GetTypes()));

    [Fact]
    public void An_open_class_is_seen_also_nested_and_internal() => Assert.Equal(["Open", "OpenRecord"], Names(ClosedTypesGuard.Open(MadeUp)));

    [Fact]
    public void A_setter_is_seen_also_an_internal_one_and_one_of_an_interface() =>
        Assert.Equal(["IChanging.Any", "Settable.Internal", "Settable.Protected", "Settable.Public", "SettableStruct.Positional"], Names(ClosedTypesGuard.Setters(MadeUp)));

    [Fact]
    public void A_field_that_can_be_set_is_seen() => Assert.Equal(["Settable.Field"], Names(ClosedTypesGuard.Fields(MadeUp)));

    private static IEnumerable<string> Names(IEnumerable<string> faults) =>
        faults.Select(fault => fault.Split(' ')[0].Split('+')[1]).Order(StringComparer.Ordinal);
}
