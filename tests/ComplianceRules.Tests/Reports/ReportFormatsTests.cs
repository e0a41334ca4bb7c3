using ComplianceRules.Reports;

namespace ComplianceRules.Tests.Reports;

public sealed class ReportFormatsTests
{
    [Fact]
    public void Every_writer_of_the_library_is_a_format()
    {
        IEnumerable<Type> writers = typeof(IReportWriter).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IReportWriter)));
        Assert.Equal(writers.Select(t => t.Name).Order(StringComparer.Ordinal), ReportFormats.All.Values.Select(w => w(new ReportOptions()).GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_format_goes_by_the_name_of_its_writer() =>
        Assert.All(ReportFormats.All, f => Assert.StartsWith(f.Key, f.Value(new ReportOptions()).GetType().Name, StringComparison.OrdinalIgnoreCase));
}
