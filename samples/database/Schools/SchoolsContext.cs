using Microsoft.EntityFrameworkCore;

namespace DatabaseSample.Schools;

/// <summary>The tables <c>schools</c> and <c>classes</c>.</summary>
internal sealed class SchoolsContext(DbContextOptions<SchoolsContext> options) : DbContext(options)
{
    /// <summary>The schools.</summary>
    public DbSet<School> Schools => Set<School>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<School>(school =>
        {
            school.ToTable("schools").HasKey(s => s.Code);
            school.Property(s => s.Code).HasColumnName("code").HasMaxLength(64);
            school.Property(s => s.Name).HasColumnName("name").HasMaxLength(200);
            school.Property(s => s.County).HasColumnName("county").HasMaxLength(6);
            school.HasMany(s => s.Classes).WithOne().HasForeignKey(c => c.SchoolCode);
        });
        modelBuilder.Entity<SchoolClass>(row =>
        {
            row.ToTable("classes").HasKey(c => c.Key);
            row.Property(c => c.Key).HasColumnName("key");
            row.Property(c => c.SchoolCode).HasColumnName("school_code");
            row.Property(c => c.Number).HasColumnName("number").HasMaxLength(64);
            row.Property(c => c.Grade).HasColumnName("grade");
            row.Property(c => c.Pupils).HasColumnName("pupils");
            row.Property(c => c.HomeworkMinutes).HasColumnName("homework_minutes");
            row.HasIndex(c => new { c.SchoolCode, c.Number }).IsUnique();
        });
    }
}
