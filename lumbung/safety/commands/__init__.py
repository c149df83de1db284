"""What `lumbung` does about itself."""
